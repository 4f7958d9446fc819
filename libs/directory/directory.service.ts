import { Inject, Injectable } from '@nestjs/common';
import {
  type ActName,
  Acts,
  type Done,
  edited,
  type Operation,
  Refused,
  refuseIf,
  rolesFor,
  whyNotTogether,
} from '@doorbraak/access';
import { newId, reason, type Id, type LocalDate } from '@doorbraak/kernel';
import { loadAggregate, type Tx } from '@doorbraak/platform';
import { AccountRow, Agency, Fixteam, Mandate, Me, Municipality, Professional } from './directory.entity';
import type { AgencyInput, InviteInput, MandateInput } from './directory.inputs';
import { DirectoryReference } from './directory.reference';

const TENANT = 't.municipality_id = any ((select gate.tenants())::uuid[])';

/** What came of an act on the directory. */
export class DirectoryChanged {
  constructor(
    readonly subject: Id,
    readonly today: LocalDate,
  ) {}
}

@Injectable()
export class DirectoryService {
  constructor(
    @Inject(Acts) private readonly acts: Acts,
    @Inject(DirectoryReference) private readonly reference: DirectoryReference,
  ) {}

  me({ actor }: Operation): Me {
    const { person, roles, fixteam, agency, today, isDemo, label, municipalityName } = actor;
    return { person, roles, fixteam, agency, today, isDemo, label, municipalityName };
  }

  /** Whoever has no role that can do the act is left out, and so is who works for an agency; which role it is stays with the administration. */
  async professionals(operation: Operation, act: ActName | null): Promise<Professional[]> {
    const where = `${TENANT} and ($1::text[] is null or t.agency_id is null and t.id = any (gate.people_with($1)))`;
    const { professionals } = await loadAggregate(
      await operation.read(),
      { professionals: { entity: Professional, where, order: 't.label, t.id' } },
      [act && rolesFor(act)],
    );
    return professionals;
  }

  async agencies(operation: Operation): Promise<Agency[]> {
    const where = 't.municipality_id is null or t.municipality_id = any ((select gate.tenants())::uuid[])';
    const { agencies } = await loadAggregate(
      await operation.read(),
      { agencies: { entity: Agency, where, order: 't.name' } },
      [],
    );
    return agencies;
  }

  async fixteams(operation: Operation): Promise<Fixteam[]> {
    const { fixteams } = await loadAggregate(
      await operation.read(),
      { fixteams: { entity: Fixteam, where: TENANT, order: 't.name' } },
      [],
    );
    return fixteams;
  }

  async mandates(operation: Operation): Promise<Mandate[]> {
    const { mandates } = await loadAggregate(await operation.read(), { mandates: { entity: Mandate, where: TENANT } }, []);
    return mandates;
  }

  async accounts(operation: Operation): Promise<AccountRow[]> {
    const where = `${TENANT} and t.municipality_id = any ((select gate.tenants_allowed('K11'))::uuid[])`;
    const { accounts } = await loadAggregate(await operation.read(), { accounts: { entity: AccountRow, where } }, []);
    return accounts;
  }

  /** Makes an account and, unless a known person is named, the professional it stands for. */
  invite(operation: Operation, key: Id, input: InviteInput): Promise<DirectoryChanged | Refused> {
    return this.change(operation, 'invite', key, input, async (tx, tenant) => {
      const known = await tx.query('select from account where municipality_id = $1 and issuer = $2 and subject = $3', [
        tenant,
        input.issuer,
        input.subject,
      ]);
      // An agency of another municipality would open that municipality to whoever is invited here.
      const [here] = await tx.query<{ fixteam: boolean; agency: boolean }>(
        `select exists (select from fixteam where municipality_id = $1 and id = $2) as fixteam,
           exists (select from agency where coalesce(municipality_id, $1) = $1 and id = $3) as agency`,
        [tenant, input.fixteam ?? null, input.agency ?? null],
      );
      refuseIf([
        ...whyNotTogether(input.roles),
        ...(known.length ? [reason('ACCOUNT_EXISTS', input.subject)] : []),
        ...(input.person || input.label ? [] : [reason('REQUIRED', 'label')]),
        ...(input.roles.includes('AGENCY_LIAISON') && !input.agency && !input.person ? [reason('REQUIRED', 'agency')] : []),
        ...(input.person === operation.actor.person ? [reason('OWN_RIGHTS')] : []),
        ...(input.fixteam && !here?.fixteam ? [reason('NOT_FOUND', input.fixteam)] : []),
        ...(input.agency && !here?.agency ? [reason('AGENCY_UNKNOWN', input.agency)] : []),
      ]);
      const person = input.person ?? newId();
      if (!input.person) {
        await tx.insert(Professional, {
          municipalityId: tenant,
          id: person,
          label: input.label!,
          fixteamId: input.fixteam,
          agencyId: input.agency,
        });
      }
      const { issuer, subject, roles } = input;
      await tx.insert(AccountRow, {
        municipalityId: tenant,
        id: key,
        issuer,
        subject,
        personId: person,
        roles,
        invitedBy: operation.actor.person,
        version: 1,
      });
      return { subject: key };
    });
  }

  disableAccount(operation: Operation, key: Id, account: Id, seen: number): Promise<DirectoryChanged | Refused> {
    return this.change(operation, 'disableAccount', key, { account, seen }, async (tx, tenant) => {
      refuseIf(account === operation.actor.account ? [reason('OWN_RIGHTS')] : []);
      const known = await tx.query('select from account where municipality_id = $1 and id = $2', [tenant, account]);
      refuseIf(known.length ? [] : [reason('NOT_FOUND', account)]);
      return edited(tx, AccountRow, { municipalityId: tenant, id: account }, seen, { disabledOn: tx.today });
    });
  }

  grantMandate(operation: Operation, key: Id, input: MandateInput): Promise<DirectoryChanged | Refused> {
    return this.change(operation, 'grantMandate', key, input, async (tx, tenant) => {
      const known = await tx.query('select from professional where municipality_id = $1 and id = $2', [tenant, input.person]);
      refuseIf([
        ...(known.length ? [] : [reason('NOT_A_PROFESSIONAL', input.person)]),
        ...(input.person === operation.actor.person ? [reason('OWN_RIGHTS')] : []),
      ]);
      const { person: personId, kinds, maxCents, fromOn, toOn } = input;
      await tx.insert(Mandate, { municipalityId: tenant, id: key, personId, kinds, maxCents: maxCents ?? null, fromOn, toOn });
      return { subject: key };
    });
  }

  addAgency(operation: Operation, key: Id, { type, name }: AgencyInput): Promise<DirectoryChanged | Refused> {
    return this.change(operation, 'addAgency', key, { type, name }, async (tx, tenant) => {
      refuseIf(this.reference.agencyType(type) ? [] : [reason('AGENCY_UNKNOWN', type)]);
      await tx.insert(Agency, { id: key, type, name, municipalityId: tenant });
      return { subject: key };
    });
  }

  addFixteam(operation: Operation, key: Id, name: string): Promise<DirectoryChanged | Refused> {
    return this.change(operation, 'addFixteam', key, { name }, async (tx, tenant) => {
      await tx.insert(Fixteam, { municipalityId: tenant, id: key, name });
      return { subject: key };
    });
  }

  /** Sets the clock of a demo tenant, forward or back; null = real time again. A real tenant has no clock to set. */
  setDemoClock(operation: Operation, key: Id, today: LocalDate | null): Promise<DirectoryChanged | Refused> {
    return this.change(
      operation,
      'setDemoClock',
      key,
      { today },
      async (tx, tenant) => {
        refuseIf(operation.actor.isDemo ? [] : [reason('CLOCK_IS_REAL')]);
        await tx.manager.createQueryBuilder().update(Municipality).set({ demoToday: today }).where({ id: tenant }).execute();
        return { subject: tenant };
      },
      today,
    );
  }

  private change(
    operation: Operation,
    act: ActName,
    key: Id,
    input: unknown,
    work: (tx: Tx, tenant: Id) => Promise<Done>,
    today: LocalDate | null = null,
  ): Promise<DirectoryChanged | Refused> {
    const at = { tenant: operation.actor.municipality, household: null };
    return this.acts.do(
      operation,
      { act, key, at, input },
      (tx) => work(tx, at.tenant),
      (_tx, { subject }) => Promise.resolve(new DirectoryChanged(subject, today ?? operation.actor.today)),
    );
  }
}
