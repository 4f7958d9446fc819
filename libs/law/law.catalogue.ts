import { Inject, Injectable } from '@nestjs/common';
import type { LocalDate } from '@doorbraak/kernel';
import { type Known, ReferenceStore } from '@doorbraak/platform';
import {
  CONFLICT_PATTERNS,
  type ConflictPattern,
  type Law,
  LAWS,
  type Provision,
  type ProvisionRole,
  PROVISIONS,
  ROOM_KINDS,
  type RoomKind,
} from './catalogue.rules';
import { byKey, knownOn, LawReader } from './law.reader';
import * as rules from './law.rules';

export type ProvisionFilter = { law?: string; role?: ProvisionRole; unproven?: boolean; examples?: boolean };

/** The law of the country, in memory; built once at start. */
@Injectable()
export class LawCatalogue extends LawReader {
  readonly roomKinds: readonly RoomKind[];
  readonly patterns: readonly ConflictPattern[];
  private readonly currentLaws: readonly Law[];
  private readonly knownLaws: ReadonlyMap<string, Known<Law>[]>;
  private readonly known: ReadonlyMap<string, Known<Provision>[]>;
  private readonly keys: readonly string[];

  constructor(@Inject(ReferenceStore) store: ReferenceStore) {
    super();
    this.roomKinds = store.current(ROOM_KINDS);
    this.patterns = store.current(CONFLICT_PATTERNS);
    this.currentLaws = store.current(LAWS).sort((a, b) => a.order - b.order);
    this.knownLaws = byKey(store.history(LAWS));
    this.known = byKey(store.history(PROVISIONS));
    // Pages are cut by key, so the order is ours and not that of the language of a database.
    this.keys = [...this.known.keys()].sort();
  }

  law(key: string, day?: LocalDate): Law | undefined {
    return knownOn(this.knownLaws.get(key) ?? [], day)?.row;
  }

  laws({ examples = false } = {}): Law[] {
    return this.currentLaws.filter((law) => examples || !law.example);
  }

  history(key: string): readonly Known<Provision>[] {
    return this.known.get(key) ?? [];
  }

  /** Whether a tenant may see the provision at all. */
  isShown(provisionKey: string, { examples = false } = {}): boolean {
    return examples || !this.lawOf(provisionKey)?.example;
  }

  /** The provisions of a law as they are known now, in order of key. */
  provisionsOf(lawKey: string): Provision[] {
    return this.keys.flatMap((key) => this.provision(key) ?? []).filter(({ law }) => law === lawKey);
  }

  /** In order of key. With `unproven` also what may be cited with a warning; never what was not in force. */
  provisionsInForce(day: LocalDate, filter: ProvisionFilter = {}): Provision[] {
    return this.keys.flatMap((key) => {
      const state = this.inForce(key, day);
      const provision = this.provision(key);
      const asked = rules.isProven(state) || (filter.unproven && state !== 'NOT_IN_FORCE');
      return provision && asked && this.fits(provision, day, filter) ? [provision] : [];
    });
  }

  private fits(provision: Provision, day: LocalDate, { law, role, examples }: ProvisionFilter): boolean {
    return (
      this.isShown(provision.key, { examples }) &&
      (law === undefined || provision.law === law) &&
      (role === undefined || rules.versionOn(provision, day).role === role)
    );
  }

  proposePatterns(citedProvisions: readonly string[], touchedLaws: readonly string[]): rules.PatternProposal[] {
    return rules.proposePatterns(this.patterns, citedProvisions, touchedLaws, (key) => this.lawOf(key)?.key);
  }
}
