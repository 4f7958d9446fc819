import { Inject, Injectable } from '@nestjs/common';
import { type ActName, Acts, type Done, edited, type Operation, Refusal, type Refused, refuseIf } from '@doorbraak/access';
import { addDays, type Id, newId, reason } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import { OwnLaw, OwnProvision } from './own.entity';
import type * as inputs from './own.inputs';
import { OwnLaws, type OwnRows } from './own.laws';
import * as rules from './own.rules';

type Answer = OwnLaw | Refused;

/** By-laws and policy rules of a municipality, written by its functional administrator. */
@Injectable()
export class OwnLawService {
  constructor(
    @Inject(Acts) private readonly acts: Acts,
    @Inject(OwnLaws) private readonly own: OwnLaws,
  ) {}

  async ownLaws(operation: Operation): Promise<OwnLaw[]> {
    return current(await this.own.rows(await operation.read(), operation.actor.municipality));
  }

  addOwnLaw(operation: Operation, key: Id, input: inputs.AddOwnLawInput): Promise<Answer> {
    return this.change(operation, 'addOwnLaw', key, input, async (tx, tenant, laws) => {
      const { kind, title, shortTitle, source } = input;
      const agencyId = input.agency ?? null;
      const days = daysOf(input);
      const [agency] = await tx.query('select from agency where id = $1 and coalesce(municipality_id, $2) = $2', [
        agencyId,
        tenant,
      ]);
      refuseIf(rules.whyNotLaw(days, { laws: laws.length, agency: Boolean(agency) }, agencyId));
      const words = { key: rules.ownKey(input.lawKey), kind, title, shortTitle, agencyId, source, ...days };
      await tx.insert(OwnLaw, { ...stamp(tx, tenant, key), ...words });
      return { subject: key, version: 1 };
    });
  }

  endOwnLaw(operation: Operation, key: Id, { law: name, seen, validTo }: inputs.EndOwnLawInput): Promise<Answer> {
    return this.change(operation, 'endOwnLaw', key, { name, seen, validTo }, async (tx, _tenant, laws) => {
      const law = lawOf(laws, name);
      refuseIf(rules.whyNotEnd(law, validTo));
      return this.rewrite(tx, OwnLaw, law, seen, { validTo });
    });
  }

  addOwnProvision(operation: Operation, key: Id, input: inputs.AddOwnProvisionInput): Promise<Answer> {
    return this.change(operation, 'addOwnProvision', key, input, async (tx, tenant, laws, { ownProvisions }) => {
      const law = lawOf(laws, input.law);
      const words = { key: `${law.key}:${input.provisionKey}`, ...textOf(input) };
      refuseIf(rules.whyNotProvision(words, law, ownProvisions.length));
      await tx.insert(OwnProvision, { ...stamp(tx, tenant, key), ...words, lawId: law.id });
      return { subject: law.id, part: { subject: key, version: 1 } };
    });
  }

  correctOwnProvision(operation: Operation, key: Id, input: inputs.CorrectOwnProvisionInput): Promise<Answer> {
    return this.change(operation, 'correctOwnProvision', key, input, async (tx, _tenant, laws, { ownProvisions }) => {
      const provision = laws.flatMap(({ provisions }) => provisions).find((one) => one.key === input.provision);
      if (!provision) throw new Refusal([reason('PROVISION_UNKNOWN', input.provision)]);
      const law = laws.find(({ id }) => id === provision.lawId)!;
      const words = textOf(input);
      refuseIf(rules.whyNotProvision({ key: provision.key, ...words }, law, ownProvisions.length));
      const { subject, version } = await this.rewrite(tx, OwnProvision, provision, input.seen, words);
      return { subject: law.id, part: { subject, ...(version === undefined ? {} : { version }) } };
    });
  }

  /** The row keeps its id and says the new; what it said before stands beside it, with the last day on which that was known. */
  private async rewrite<Row extends OwnLaw | OwnProvision>(
    tx: Tx,
    entity: new () => Row,
    row: Row,
    seen: number,
    set: Partial<Row>,
  ): Promise<Done> {
    const rows: new () => OwnLaw | OwnProvision = entity;
    const knownFrom = rules.knownFrom(tx.today, row.knownFrom);
    const done = await edited(tx, rows, row, seen, { ...set, knownFrom, recordedBy: tx.person });
    await tx.insert(rows, { ...row, id: newId(), knownTo: addDays(knownFrom, -1) });
    return done;
  }

  private change(
    operation: Operation,
    act: ActName,
    key: Id,
    input: unknown,
    run: (tx: Tx, tenant: Id, laws: OwnLaw[], rows: OwnRows) => Promise<Done>,
  ): Promise<Answer> {
    const tenant = operation.actor.municipality;
    const at = { tenant, household: null };
    return this.acts.do(
      operation,
      { act, key, at, input },
      async (tx) => {
        const rows = await this.own.rows(tx, tenant);
        return run(tx, tenant, current(rows), rows);
      },
      async (tx, { subject }) => current(await this.own.rows(tx, tenant)).find(({ id }) => id === subject)!,
    );
  }
}

/** The rules as they are known now, each with its provisions. */
const current = ({ ownLaws, ownProvisions }: OwnRows): OwnLaw[] => {
  const now = ownProvisions.filter(({ knownTo }) => knownTo === null);
  return ownLaws
    .filter(({ knownTo }) => knownTo === null)
    .map((law) => Object.assign(law, { provisions: now.filter(({ lawId }) => lawId === law.id) }));
};

function lawOf(laws: OwnLaw[], key: string): OwnLaw {
  const law = laws.find((one) => one.key === key);
  if (!law) throw new Refusal([reason('LAW_UNKNOWN', key)]);
  return law;
}

const daysOf = ({ validFrom, validTo }: Pick<inputs.AddOwnLawInput, 'validFrom' | 'validTo'>) => ({
  validFrom: validFrom ?? null,
  validTo: validTo ?? null,
});

function textOf(input: inputs.AddOwnProvisionInput | inputs.CorrectOwnProvisionInput) {
  const { article, role, summaryNl, discretionary, source } = input;
  const [lid, summaryEn] = [input.lid ?? null, input.summaryEn ?? null];
  return { article, lid, role: role as rules.OwnRole, summaryNl, summaryEn, discretionary, source, ...daysOf(input) };
}

const stamp = (tx: Tx, municipalityId: Id, id: Id) => ({
  municipalityId,
  id,
  knownFrom: tx.today,
  recordedBy: tx.person,
  version: 1,
});
