import type { LocalDate } from '@doorbraak/kernel';
import type { LawCatalogue } from '@doorbraak/law';
import type { LawBook } from './plan.facts';

/** The catalogue as the rules of a plan ask it: as it is known now, or, for a decided plan, as it was known on the day of deciding. */
export const lawBook = (catalogue: LawCatalogue, knownOn?: LocalDate): LawBook => ({
  // Invented laws too: a demo municipality may cite them, and what nobody cites or touches shows up nowhere.
  lawKeys: catalogue.laws({ examples: true }).map(({ key }) => key),
  lawOf: (provisionKey) => catalogue.lawOf(provisionKey)?.key ?? null,
  isGeneral: (lawKey) => catalogue.law(lawKey)?.general ?? false,
  isOwnRule: (lawKey) => ['POLICY_RULE', 'BYLAW'].includes(catalogue.law(lawKey)?.kind ?? ''),
  roleOf: (provisionKey, day) => catalogue.versionOn(provisionKey, day, knownOn)?.role ?? null,
  inForce: (provisionKey, day) => catalogue.inForce(provisionKey, day, knownOn),
  patterns: catalogue.patterns,
});
