import { Global, Module } from '@nestjs/common';

@Global()
@Module({ providers: [] })
export class OutcomeModule {}
