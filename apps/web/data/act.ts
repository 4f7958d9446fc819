import type { TadaDocumentNode } from 'gql.tada';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { client, codesOf, isOffline, isSignedOut, type Trouble } from './client';
import { newKey } from './key';
import { seeNow } from './live';

/** Why the trade says no, in both languages, about a thing the reader knows. */
export interface Reason extends Trouble {
  about?: string | null;
}
/** What somebody else did since the version that was seen. */
export interface Change {
  act: string;
  at: string;
  by: string;
  version: number;
}
/** A field of the input that is not right. */
export interface Problem extends Trouble {
  path: string;
}

export type Outcome<Value> =
  | { kind: 'done'; value: Value }
  | { kind: 'refused'; reasons: Reason[]; changes: Change[] }
  | { kind: 'wrong'; problems: Problem[] }
  | { kind: 'offline' }
  | { kind: 'signedOut' }
  | { kind: 'failed'; trouble: Trouble };

/** Every act of the api: a client-made key beside its input, and an answer that is the thing or all reasons why not. */
export type Act<Result, Variables extends { key: string }> = TadaDocumentNode<Result, Variables>;
/** What an act takes: its variables without the key. */
export type Asked<Variables> = Omit<Variables, 'key'>;
/** What came of the only field of the answer, without the refusal. */
type ValueOf<Result> = Exclude<Result[keyof Result], { reasons: unknown }>;

/** Somebody else changed it after the version that was seen. */
export const isChangedMeanwhile = (outcome: Outcome<unknown> | null): boolean =>
  outcome?.kind === 'refused' && outcome.reasons.some(({ code }) => code === 'CHANGED_MEANWHILE');

const UNKNOWN: Trouble = { code: 'INTERNAL', nl: 'Er ging iets mis bij ons.', en: 'Something went wrong on our side.' };

/** Does an act once, however often it is sent: the same `key` again is the same act. Never throws. */
export async function act<Result extends object, Variables extends { key: string }>(
  document: Act<Result, Variables>,
  asked: Asked<Variables>,
  key: string = newKey(),
): Promise<Outcome<ValueOf<Result>>> {
  const { data, error } = await client.mutation(document, { ...asked, key } as Variables);
  if (error) return ofError(error);
  const answer: unknown = Object.values(data as object)[0];
  if (answer === null || answer === undefined) return { kind: 'failed', trouble: UNKNOWN };
  if (typeof answer === 'object' && 'reasons' in answer) {
    const { reasons, changes } = answer as { reasons: Reason[]; changes?: Change[] };
    const refused = { kind: 'refused', reasons, changes: changes ?? [] } as const;
    if (isChangedMeanwhile(refused)) seeNow();
    return refused;
  }
  return { kind: 'done', value: answer as ValueOf<Result> };
}

function ofError(error: CombinedError): Exclude<Outcome<never>, { kind: 'done' | 'refused' }> {
  if (isSignedOut(error)) return { kind: 'signedOut' };
  if (isOffline(error)) return { kind: 'offline' };
  const extensions = error.graphQLErrors[0]?.extensions as (Trouble & { problems?: Problem[] }) | undefined;
  if (extensions?.problems?.length) return { kind: 'wrong', problems: extensions.problems };
  return { kind: 'failed', trouble: extensions?.nl ? extensions : { ...UNKNOWN, code: codesOf(error)[0] ?? UNKNOWN.code } };
}

/** An act behind a button: what came of it last, and whether it is under way. A retry after no connection keeps its key. */
export function useAct<Result extends object, Variables extends { key: string }>(document: Act<Result, Variables>) {
  const [outcome, setOutcome] = useState<Outcome<ValueOf<Result>> | null>(null);
  const [busy, setBusy] = useState(false);
  const [unsent, setUnsent] = useState<{ said: string; key: string } | null>(null);
  const go = async (variables: Asked<Variables>): Promise<Outcome<ValueOf<Result>>> => {
    const said = JSON.stringify(variables);
    const key = unsent?.said === said ? unsent.key : newKey();
    setBusy(true);
    const came = await act(document, variables, key);
    setBusy(false);
    setUnsent(['offline', 'signedOut', 'failed'].includes(came.kind) ? { said, key } : null);
    setOutcome(came);
    return came;
  };
  return { go, busy, outcome, clear: () => setOutcome(null) };
}
