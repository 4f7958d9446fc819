import { Global, Module } from '@nestjs/common';
import { Accounts } from './accounts';
import { Acts } from './acts';
import { Live } from './live';
import { ACCOUNT_DIRECTORY } from './sign-in.ports';

@Global()
@Module({
  providers: [Accounts, Acts, Live, { provide: ACCOUNT_DIRECTORY, useExisting: Accounts }],
  exports: [Acts, Accounts, Live, ACCOUNT_DIRECTORY],
})
export class AccessModule {}
