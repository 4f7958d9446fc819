import { newId, type Id } from '@doorbraak/kernel';
import type { Answer, Someone } from './world';

/** What tests look at of a household; ids that a test made itself are left out. */
export const HOUSEHOLD = `id code version ownWords band fixteamId
  lead { personId } deputy { personId } assignments { kind personId fromOn untilOn reason }
  members { id personId name role birthDate bsnMasked fromOn toOn version }
  problems { id type domain dataClass words status severity personIds causedBy version }
  involvements { id agencyType agencyName law payer payerNote problemIds fromOn toOn version }
  interventions { id service problemIds toOn version }
  waits { id waiting for holder what provision liftedOn version }
  handlingNotes { id text aboutPersonId }
  shares { id recipient domains noteIds consentHow toOn withdrawnOn withdrawnReason version }
  contactsPerMonth { month count counted }`;

type Row = { id: Id; version: number; personId: Id; [field: string]: unknown };
type HouseholdAnswer = {
  id: Id;
  code: string;
  version: number;
  band: string | null;
  ownWords: string | null;
  bsn: string | null;
  lead: Row | null;
  deputy: Row | null;
} & Record<
  | 'assignments'
  | 'members'
  | 'problems'
  | 'involvements'
  | 'interventions'
  | 'waits'
  | 'handlingNotes'
  | 'shares'
  | 'contactsPerMonth',
  Row[]
>;
export type Outcome = {
  __typename: 'Household' | 'HouseholdRefused' | 'RevealedBsn';
  reasons?: { code: string; about: string | null }[];
  changes?: { act: string; version: number }[];
} & HouseholdAnswer;

/** Does an act of the household under a key of its own; the input type has the name of the act. */
export async function tryAct(
  who: Someone,
  act: string,
  input: Record<string, unknown>,
  key: Id = newId(),
): Promise<Answer<{ outcome: Outcome }>> {
  const type = act === 'assignLead' || act === 'assignDeputy' ? 'Assign' : act[0]!.toUpperCase() + act.slice(1);
  const done = act === 'revealBsn' ? '... on RevealedBsn { person bsn }' : `... on Household { ${HOUSEHOLD} }`;
  return who.ask(
    `mutation ($key: ID!, $input: ${type}Input!) { outcome: ${act}(key: $key, input: $input) {
       __typename ${done} ... on HouseholdRefused { reasons { code about } changes { act version } } } }`,
    { key, input },
  );
}

/** The same for an act that has to succeed: the household as it is then. */
export async function act(who: Someone, name: string, input: Record<string, unknown>, key: Id = newId()): Promise<Outcome> {
  const answer = await tryAct(who, name, input, key);
  const outcome = answer.data?.outcome;
  if (!outcome || outcome.__typename === 'HouseholdRefused') throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return outcome;
}

export const refusals = async (
  who: Someone,
  name: string,
  input: Record<string, unknown>,
  key: Id = newId(),
): Promise<string[]> => ((await tryAct(who, name, input, key)).data.outcome.reasons ?? []).map(({ code }) => code);

export const readHousehold = async (who: Someone, id: Id): Promise<Outcome | null> =>
  (await who.ask<{ household: Outcome | null }>(`query ($id: ID!) { household(id: $id) { ${HOUSEHOLD} } }`, { id })).data
    .household;
