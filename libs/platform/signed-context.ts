import { createHmac } from 'node:crypto';
import type { Id, LocalDate } from '@doorbraak/kernel';

/** What the database needs to know of who is asking. Platform does not know what a role or a relation means. */
export type ActorContext = {
  person: Id;
  /** where the account lives */
  home: Id;
  tenants: Id[];
  agency: Id | null;
  today: LocalDate;
  /** per data class the names of the relations that open it, from the policy file */
  grants: Record<string, string[]>;
};

export type SignedContext = { payload: string; mac: Buffer };

/** A signature serves one request; this leaves room for a slow one. Real time: it guards the signature, not a term of the trade. */
const LIFE_MS = 60_000;

export function signContext(context: ActorContext, contextKey: string): SignedContext {
  const payload = JSON.stringify({ ...context, expiresAt: new Date(Date.now() + LIFE_MS).toISOString() });
  return { payload, mac: createHmac('sha256', Buffer.from(contextKey, 'hex')).update(payload).digest() };
}
