import { type CostLineEntry, pricedLine } from '@doorbraak/cost';
import type { Id, LocalDate } from '@doorbraak/kernel';
import type { Page } from './page';

/** What an act of the product writes, when nobody refuses it. Inputs are those of the api. */
export type Write = (page: Page, key: Id, input: never) => void;

type Ends = { fromOn: LocalDate; toOn?: LocalDate | null };
type Household = { code: string; ownWords?: string; language: string; neighbourhoodCode?: string; neighbourhoodYear?: number };
type Member = Ends & { name: string; role: string; protectedAddress?: boolean };
type Problem = {
  type: string;
  personIds: Id[];
  words?: string;
  sinceOn?: LocalDate | null;
  severity?: number;
  status: string;
  causedBy: Id[];
};
type Involvement = Ends & {
  agency: Id;
  law?: string | null;
  lawNote?: string;
  payer?: string | null;
  payerNote?: string;
  problemIds: Id[];
};
type Wait = {
  waiting: Id;
  for: Id;
  holder: Id;
  what: string;
  provision?: string | null;
  liftable: boolean;
  sinceOn?: LocalDate | null;
};
type Intervention = Ends & { service: string; involvement: Id; problemIds: Id[] };
type Line = {
  unitCost: string;
  quantity: string;
  probability?: string | null;
  payer: string;
  oneOff: boolean;
  note: string;
  intervention?: Id;
};
type Contact = { involvement: Id; dayOn: LocalDate; channel: string; direction?: string; minutes?: number; problem?: Id };
type Share = {
  involvement: Id;
  basis: string;
  purpose: string;
  need: string;
  personIds: Id[];
  domains: string[];
  noteIds: Id[];
  fromOn: LocalDate;
  toOn: LocalDate;
  consent?: { by: Id; on: LocalDate; how: string };
};
type Letter = { involvement: Id; receivedOn: LocalDate; kind: string; demand: string; amountCents?: string; dueOn?: LocalDate };
type Evidence = {
  person: Id;
  kind: string;
  issuedBy: string;
  issuedOn?: LocalDate | null;
  receivedOn: LocalDate;
  validUntil?: LocalDate | null;
  stable: boolean;
  purposes: string[];
  special: boolean;
};
type Indication = {
  involvement: Id;
  person: Id;
  law: string;
  fromOn: LocalDate;
  toOn?: LocalDate;
  stable: boolean;
  evidence: Id[];
};
type Claim = { involvement: Id; problem?: Id; law?: string; amountCents: string; lowerBound: boolean; factYear?: number };

const orNull = <T>(value: T | null | undefined): T | null => value ?? null;

export const HOUSEHOLD_ACTS: Record<string, Write> = {
  createHousehold(page, key, input: Household) {
    const { householdId: _, ...stamp } = page.stamp(key);
    const { code, language, neighbourhoodCode, neighbourhoodYear, ownWords } = input;
    page.add('household', {
      ...stamp,
      ...{ code, language, fixteamId: page.desk.fixteam, needsInterpreter: false, version: 1 },
      ...{ neighbourhoodCode: orNull(neighbourhoodCode), neighbourhoodYear: orNull(neighbourhoodYear) },
      ownWords: ownWords ? page.seal(page.ofHousehold, 'household', 'own_words', key, ownWords) : null,
    });
    assign(page, 'LEAD', page.writer);
  },

  assignDeputy(page, _key, { person }: { person: Id }) {
    page.edit(page.household);
    assign(page, 'DEPUTY', person);
  },

  addMember(page, key, { name, role, fromOn, toOn, protectedAddress = false }: Member) {
    const person = {
      name,
      birthDate: null,
      bsn: null,
      bsnMac: null,
      protectedAddress,
      capacity: 'NOT_ASSESSED',
      representedBy: null,
    };
    page.add('person', { ...page.stamp(key), ...person, version: 1 });
    page.add('membership', { ...page.stamp(key), personId: key, role, fromOn, toOn: orNull(toOn), version: 1 });
  },

  addProblem(page, key, { type, personIds, words, sinceOn, severity, status, causedBy }: Problem) {
    const { domain, dataClass } = page.known.household.problemType(type)!;
    const owner = personIds.length > 1 ? page.ofHousehold : page.ofPerson(personIds[0]!);
    page.add('problem', {
      ...page.stamp(key),
      ...{ type, domain, dataClass, personIds, status, causedBy, version: 1 },
      ...{ sinceOn: orNull(sinceOn), severity: orNull(severity) },
      words: words ? page.seal(owner, 'problem', 'words', key, words) : null,
    });
  },

  setProblemStatus(page, _key, { problem, status }: { problem: Id; status: string }) {
    page.edit(problem, { status });
  },

  addInvolvement(page, key, { agency: agencyId, law, lawNote, payer, payerNote, fromOn, toOn, problemIds }: Involvement) {
    page.agencies.add(agencyId);
    page.add('involvement', {
      ...page.stamp(key, orNull(law)),
      ...{ agencyId, agencyType: page.agencyTypeOf(agencyId), fromOn, problemIds, contactPerson: null, version: 1 },
      ...{ law: orNull(law), lawNote: orNull(lawNote), payer: orNull(payer), payerNote: orNull(payerNote), toOn: orNull(toOn) },
    });
  },

  addWait(page, key, { waiting, for: first, holder, what, provision, liftable, sinceOn }: Wait) {
    const end = (id: Id, problem: string, involvement: string) =>
      page.rows('problem').some((one) => one.id === id)
        ? { [problem]: id, [involvement]: null }
        : { [problem]: null, [involvement]: id };
    page.add('wait', {
      ...page.stamp(key),
      ...end(waiting, 'waitingProblemId', 'waitingInvolvementId'),
      ...end(first, 'forProblemId', 'forInvolvementId'),
      ...{ holderId: holder, liftable, provision: orNull(provision), sinceOn: orNull(sinceOn), liftedOn: null, version: 1 },
      what: page.seal(page.ofHousehold, 'wait', 'what', key, what),
    });
  },

  addIntervention: (page, key, input: Intervention) => startHelp(page, key, input, null),

  addInterventionCost(page, key, { intervention, ...line }: Line & { intervention: Id }) {
    costLine(page, key, { ownerKind: 'INTERVENTION', ownerId: intervention, measureId: null }, line, page.today);
  },

  countContacts(page, key, { involvement, month, count }: { involvement?: Id; month: LocalDate; count: number }) {
    const nothing = { channel: null, direction: null, minutes: null, problemId: null };
    page.add('contact', { ...page.stamp(key), ...nothing, involvementId: orNull(involvement), dayOn: month, monthCount: count });
  },

  recordContact(page, key, { involvement, dayOn, channel, direction, minutes, problem }: Contact) {
    const how = { channel, direction: orNull(direction), minutes: orNull(minutes), problemId: orNull(problem) };
    page.add('contact', { ...page.stamp(key), ...how, involvementId: involvement, dayOn, monthCount: null });
  },

  share(page, key, { involvement, consent, ...words }: Share) {
    const { agencyType, law } = page.row<{ agencyType: string; law: string | null }>(involvement);
    const agreed = { consentBy: orNull(consent?.by), consentOn: orNull(consent?.on), consentHow: orNull(consent?.how) };
    page.add('share', {
      ...page.stamp(key, law),
      ...words,
      ...agreed,
      involvementId: involvement,
      recipient: agencyType,
      version: 1,
    });
  },

  recordLetter(page, key, { involvement, demand, amountCents, dueOn, ...words }: Letter) {
    page.add('letter', {
      ...page.stamp(key),
      ...{ ...words, involvementId: involvement, amountCents: orNull(amountCents), dueOn: orNull(dueOn), version: 1 },
      demand: page.seal(page.ofHousehold, 'letter', 'demand', key, demand),
    });
  },

  recordSpendingRoom(page, key, { fromOn, weekCents }: { fromOn: LocalDate; weekCents: string }) {
    page.add('spending_room', { ...page.stamp(key), fromOn, weekCents });
  },

  addEvidence(page, key, { person, issuedBy, special, issuedOn, validUntil, ...words }: Evidence) {
    page.add('evidence', {
      ...page.stamp(key),
      ...{
        ...words,
        personId: person,
        issuedOn: orNull(issuedOn),
        validUntil: orNull(validUntil),
        dataClass: special ? 'K5' : 'K4',
      },
      issuedBy: page.seal(page.ofPerson(person), 'evidence', 'issued_by', key, issuedBy),
    });
  },

  addIndication(page, key, { involvement, person, law, fromOn, toOn, stable, evidence }: Indication) {
    const row = { involvementId: involvement, personId: person, law, fromOn, toOn: orNull(toOn), stable, evidenceIds: evidence };
    page.add('indication', { ...page.stamp(key, law), ...row });
  },

  addClaim(page, key, { involvement, problem, law, factYear, ...words }: Claim) {
    const wish = { involvementId: involvement, problemId: orNull(problem), law: orNull(law), factYear: orNull(factYear) };
    page.add('debt_claim', { ...page.stamp(key), ...words, ...wish, version: 1 });
  },

  /** In real time, as the log has it; a population has no log, and was looked at when its day began. */
  markSeen(page) {
    const at = `${page.today}T06:00:00Z`;
    const row = { municipality_id: page.desk.municipality, person_id: page.writer, household_id: page.household, at };
    page.add('last_look', row);
  },
};

function assign(page: Page, kind: 'LEAD' | 'DEPUTY', personId: Id): void {
  page.add('lead_assignment', {
    ...page.stamp(page.idOf(kind)),
    personId,
    kind,
    fromOn: page.today,
    untilOn: null,
    reason: null,
  });
}

/** Help begins, by itself or for a measure. */
export function startHelp(
  page: Page,
  id: Id,
  { service, involvement, problemIds, fromOn, toOn }: Intervention,
  measureId: Id | null,
): void {
  const law = page.known.household.service(service)!.law ?? page.row<{ law: string | null }>(involvement).law;
  const row = { service, involvementId: involvement, problemIds, fromOn, toOn: orNull(toOn), measureId, version: 1 };
  page.add('intervention', { ...page.stamp(id, law), ...row });
}

type Owner = { ownerKind: string; ownerId: Id; measureId: Id | null };

/** At the price that holds on that day. */
export function costLine(page: Page, id: Id, owner: Owner, line: Line, on: LocalDate): void {
  const { unitCost, quantity, payer, oneOff, note, intervention } = line;
  const entry: CostLineEntry = { unitCost, quantity, probability: orNull(line.probability), payer };
  const { found, indexed } = page.desk.price(unitCost, on);
  page.add('cost_line', {
    ...{ ...page.stamp(id), ...owner, ...entry, oneOff, note, interventionId: orNull(intervention) },
    ...pricedLine(found, indexed, entry, null),
  });
}
