/** Asks the running api something as somebody; whatever it answers with errors is thrown. */
export type Ask = <T>(person: { subject: string }, query: string, variables?: Record<string, unknown>) => Promise<T>;

/** @param tokenOf a bearer token of somebody */
export const askAt =
  (address: string, tokenOf: (person: { subject: string }) => Promise<string>): Ask =>
  async <T>(person: { subject: string }, query: string, variables = {}) => {
    const response = await fetch(new URL('/graphql', address), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(person)}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
    if (!data || errors) throw new Error(`${person.subject} was not answered: ${JSON.stringify(errors)}\n${query}`);
    return data;
  };

type Outcome = { __typename: string; reasons?: { code: string; about: string | null }[] };

/** Who was refused an act that the demo counted on, and why. */
export class ActRefused extends Error {
  constructor(
    person: { subject: string },
    act: string,
    readonly reasons: { code: string; about: string | null }[],
  ) {
    super(
      `${act} of ${person.subject} was refused: ${reasons.map(({ code, about }) => `${code} ${about ?? ''}`.trim()).join(', ')}`,
    );
  }
}

/** Why an act was refused; nothing when it was done. */
export const refusalsOf = (doing: Promise<void>): Promise<{ code: string; about: string | null }[]> =>
  doing.then(
    () => [],
    (error: unknown) => {
      if (error instanceof ActRefused) return error.reasons;
      throw error;
    },
  );

/** Which room an act is of, by the name of its refusal. */
export type Room = 'Directory' | 'Household' | 'Plan' | 'Outcome' | 'Signal' | 'Precedent';

/** The input of an act is called after it, but for these. */
const INPUTS: Record<string, string> = { addAgency: 'AgencyInput', grantMandate: 'MandateInput', assignDeputy: 'AssignInput' };

/** Does an act under its key; a refusal is thrown. */
export async function act(
  ask: Ask,
  person: { subject: string },
  room: Room,
  name: string,
  key: string,
  input: object,
): Promise<void> {
  const type = INPUTS[name] ?? `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($key: ID!, $input: ${type}!) {
    outcome: ${name}(key: $key, input: $input) { __typename ... on ${room}Refused { reasons { code about } } }
  }`;
  const { outcome } = await ask<{ outcome: Outcome }>(person, query, { key, input });
  if (outcome.reasons) throw new ActRefused(person, name, outcome.reasons);
}
