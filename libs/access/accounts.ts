import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dayIn } from '@doorbraak/kernel';
import { askAny } from '@doorbraak/platform';
import type { Account, Actor } from './actor';
import type { AccountDirectory, SignedIn } from './sign-in.ports';

@Injectable()
export class Accounts implements AccountDirectory {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** Who is known under this identity; the oldest account when several municipalities know the same person. */
  async find({ issuer, subject }: SignedIn): Promise<Account | null> {
    const [row] = await askAny<{ account: Account }>(this.source, 'select gate.accounts_of($1, $2) as account', [
      issuer,
      subject,
    ]);
    return row?.account ?? null;
  }
}

/** The only place where real time becomes a day of the trade: a REAL tenant lives on the Dutch calendar, a DEMO one on its own clock. */
export const actorOf = (account: Account, now: Date): Actor => ({
  account: account.account,
  municipality: account.municipality,
  person: account.person,
  roles: account.roles,
  fixteam: account.fixteam,
  agency: account.agency,
  tenants: account.tenants,
  today: account.demoToday ?? dayIn('Europe/Amsterdam', now),
  isDemo: account.kind === 'DEMO',
  label: account.label,
  municipalityName: account.municipalityName,
});
