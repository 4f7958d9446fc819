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
import * as rules from './law.rules';

export type ProvisionFilter = { law?: string; role?: ProvisionRole; unproven?: boolean; examples?: boolean };

/** All law the product knows, in memory; built once at start. Two days matter: on which a text held, and on which it was known so. */
@Injectable()
export class LawCatalogue {
  readonly roomKinds: readonly RoomKind[];
  readonly patterns: readonly ConflictPattern[];
  private readonly currentLaws: readonly Law[];
  private readonly everyLaw: ReadonlyMap<string, Law>;
  private readonly keys: readonly string[];
  private readonly known = new Map<string, Known<Provision>[]>();

  constructor(@Inject(ReferenceStore) store: ReferenceStore) {
    this.roomKinds = store.current(ROOM_KINDS);
    this.patterns = store.current(CONFLICT_PATTERNS);
    this.currentLaws = store.current(LAWS).sort((a, b) => a.order - b.order);
    // A law that left the catalogue is still the law of what was once cited from it.
    this.everyLaw = new Map(store.history(LAWS).map(({ key, row }) => [key, row]));
    for (const entry of store.history(PROVISIONS)) this.known.set(entry.key, [...(this.known.get(entry.key) ?? []), entry]);
    // Pages are cut by key, so the order is ours and not that of the language of a database.
    this.keys = [...this.known.keys()].sort();
  }

  law(key: string): Law | undefined {
    return this.everyLaw.get(key);
  }

  /** Invented laws are for demo and tests; a real municipality never sees them. */
  laws({ examples = false } = {}): Law[] {
    return this.currentLaws.filter((law) => examples || !law.example);
  }

  /** Every text of the provision that was ever known, oldest first. */
  history(key: string): readonly Known<Provision>[] {
    return this.known.get(key) ?? [];
  }

  /**
   * The provision as it is known now, or as it was known on a day. Before the first load nothing was known, but a demo clock can
   * stand there: then the oldest text is what a plan of that day cites.
   */
  provision(key: string, knownOn?: LocalDate): Provision | undefined {
    const entries = this.history(key);
    const entry =
      knownOn === undefined ? entries.at(-1) : (entries.findLast(({ knownFrom }) => knownFrom <= knownOn) ?? entries[0]);
    const gone = entry?.knownTo != null && (knownOn === undefined || entry.knownTo < knownOn);
    return gone ? undefined : entry?.row;
  }

  lawOf(provisionKey: string): Law | undefined {
    const key = this.history(provisionKey).at(-1)?.row.law;
    return key === undefined ? undefined : this.law(key);
  }

  /** Whether a tenant may see the provision at all. */
  isShown(provisionKey: string, { examples = false } = {}): boolean {
    return examples || !this.lawOf(provisionKey)?.example;
  }

  /** The provisions of a law as they are known now, in order of key. */
  provisionsOf(lawKey: string): Provision[] {
    return this.keys.flatMap((key) => this.provision(key) ?? []).filter(({ law }) => law === lawKey);
  }

  versionOn(key: string, day: LocalDate, knownOn?: LocalDate): Pick<Provision, 'role' | 'summary'> | undefined {
    const provision = this.provision(key, knownOn);
    return provision && rules.versionOn(provision, day);
  }

  /** What is not in the catalogue is not in force: it cannot be cited. */
  inForce(key: string, day: LocalDate, knownOn?: LocalDate): rules.InForce {
    const provision = this.provision(key, knownOn);
    const law = provision && this.law(provision.law);
    return provision && law ? rules.inForce(provision, law, day) : 'NOT_IN_FORCE';
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

  /** Without a day: by the role it has now. */
  hasRoom(provisionKey: string, on?: LocalDate): boolean {
    const provision = this.provision(provisionKey);
    if (!provision) return false;
    return rules.hasRoom(provision, on === undefined ? provision.role : rules.versionOn(provision, on).role, this.patterns);
  }

  proposePatterns(citedProvisions: readonly string[], touchedLaws: readonly string[]): rules.PatternProposal[] {
    return rules.proposePatterns(this.patterns, citedProvisions, touchedLaws, (key) => this.lawOf(key)?.key);
  }
}
