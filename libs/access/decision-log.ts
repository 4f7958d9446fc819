import type { Id } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import type { Actor } from './actor';

export type Decision = {
  request: Id;
  act: string;
  outcome: 'READ' | 'DONE' | 'REFUSED' | 'NOT_FOUND';
  tenant: Id;
  codes?: string[];
  relations?: string[];
  classes?: string[];
  households?: Id[];
  subject?: Id;
  version?: number;
  /** which part of the subject changed, with its own version */
  part?: { subject: Id; version?: number };
  reason?: string;
};

/** What access needs of the room that keeps the log; libs/audit provides it and the apps wire it. */
export interface DecisionLog {
  record(tx: Tx, actor: Actor, decision: Decision): Promise<void>;
  /** The acts on one thing, or on one part of a thing, after a version, for "changed meanwhile". */
  since(tx: Tx, subject: Id, version: number): Promise<{ version: number; act: string; at: Date; by: Id }[]>;
}
export const DECISION_LOG = Symbol('decision log');
