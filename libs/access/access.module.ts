import { Global, Module } from '@nestjs/common';
import { Accounts } from './accounts';
import { Acts } from './acts';
import { ACCOUNT_DIRECTORY } from './sign-in.ports';

@Global()
@Module({
  providers: [Accounts, Acts, { provide: ACCOUNT_DIRECTORY, useExisting: Accounts }],
  exports: [Acts, Accounts, ACCOUNT_DIRECTORY],
})
export class AccessModule {}
