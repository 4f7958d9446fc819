import type { LocalDate } from '@doorbraak/kernel';
import type { Known } from '@doorbraak/platform';
import type { ConflictPattern, Law, Provision } from './catalogue.rules';
import * as rules from './law.rules';

/**
 * The row as it is known now, or as it was known on a day. Before the first load nothing was known, but a demo clock can stand there:
 * then the oldest row is what a plan of that day cites.
 */
export const knownOn = <Row>(entries: readonly Known<Row>[], day?: LocalDate): Known<Row> | undefined =>
  day === undefined ? entries.at(-1) : (entries.findLast(({ knownFrom }) => knownFrom <= day) ?? entries[0]);

export function byKey<Row>(entries: readonly Known<Row>[]): Map<string, Known<Row>[]> {
  const found = new Map<string, Known<Row>[]>();
  for (const entry of entries) found.set(entry.key, [...(found.get(entry.key) ?? []), entry]);
  return found;
}

/** What can be asked of law, whoever made it. Two days matter: on which a text held, and on which it was known so. */
export abstract class LawReader {
  abstract readonly patterns: readonly ConflictPattern[];

  /** Also a law that left the catalogue: it is still the law of what was once cited from it. */
  abstract law(key: string, knownOn?: LocalDate): Law | undefined;

  /** In the order in which screens show laws. Invented laws are for demo and tests; a real municipality never sees them. */
  abstract laws(which?: { examples?: boolean }): Law[];

  /** Every text of the provision that was ever known, oldest first. */
  abstract history(key: string): readonly Known<Provision>[];

  provision(key: string, day?: LocalDate): Provision | undefined {
    const entry = knownOn(this.history(key), day);
    const gone = entry?.knownTo != null && (day === undefined || entry.knownTo < day);
    return gone ? undefined : entry?.row;
  }

  lawOf(provisionKey: string): Law | undefined {
    const key = this.history(provisionKey).at(-1)?.row.law;
    return key === undefined ? undefined : this.law(key);
  }

  versionOn(key: string, day: LocalDate, knownOn?: LocalDate): Pick<Provision, 'role' | 'summary'> | undefined {
    const provision = this.provision(key, knownOn);
    return provision && rules.versionOn(provision, day);
  }

  /** What is not in the catalogue is not in force: it cannot be cited. */
  inForce(key: string, day: LocalDate, knownOn?: LocalDate): rules.InForce {
    const provision = this.provision(key, knownOn);
    const law = provision && this.law(provision.law, knownOn);
    return provision && law ? rules.inForce(provision, law, day) : 'NOT_IN_FORCE';
  }

  /** Between which days it holds, as far as they are known: it ends with its law. */
  period(key: string, knownOn?: LocalDate): { from: LocalDate | null; to: LocalDate | null } {
    const provision = this.provision(key, knownOn);
    const law = provision && this.law(provision.law, knownOn);
    const ends = [provision?.validTo, law?.validTo].filter((day) => day != null).sort();
    return { from: provision?.validFrom ?? null, to: ends[0] ?? null };
  }

  /** Without a day: by the role it has now. */
  hasRoom(provisionKey: string, on?: LocalDate): boolean {
    const provision = this.provision(provisionKey);
    if (!provision) return false;
    return rules.hasRoom(provision, on === undefined ? provision.role : rules.versionOn(provision, on).role, this.patterns);
  }
}
