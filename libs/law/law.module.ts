import { Global, Module } from '@nestjs/common';
import { LawCatalogue } from './law.catalogue';
import { ConflictPatternResolver, LawResolver, ProvisionResolver } from './law.resolver';

@Global()
@Module({ providers: [LawCatalogue, LawResolver, ProvisionResolver, ConflictPatternResolver], exports: [LawCatalogue] })
export class LawModule {}
