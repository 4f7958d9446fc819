import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { endsBeforeItBegins, keyText, openDay, type ReferenceList, ReferenceStore, sentence, words } from '@doorbraak/platform';

/** K4 ordinary content of a case, K5 special content: health, addiction, youth care, safety, crime. */
const contentClass = z.enum(['K4', 'K5']);

const lifeDomain = z.strictObject({
  key: keyText,
  order: z.int().positive(),
  name: words,
  usualDataClass: contentClass,
  /** False for SYSTEM: that government causes a problem says nothing about how a person lives. */
  scored: z.boolean(),
});

const lifeScale = z.strictObject({ key: z.enum(['1', '2', '3', '4', '5']), name: words });

const problemType = z.strictObject({
  key: keyText,
  domain: keyText,
  dataClass: contentClass,
  name: words,
  /** A code that was ever used stays; from then on it is not offered any more. */
  validTo: openDay.default(null),
});

const serviceType = z.strictObject({
  key: keyText,
  group: z.enum(['MONEY', 'HOUSING', 'CARE_YOUTH', 'WORK', 'JUSTICE', 'SYSTEM']),
  name: words,
  oneOff: z.boolean(),
  /** Null: no price is known. */
  unitCost: keyText.nullable(),
  law: keyText.nullable(),
});

const legalBasis = z.strictObject({
  key: keyText,
  name: words,
  law: keyText.nullable(),
  article: sentence,
  purposes: z.array(keyText).min(1),
  domains: z.array(keyText).min(1),
  /** Null: any type of agency, still named per share. */
  recipients: z.array(keyText).min(1).nullable(),
  needsConsent: z.boolean(),
  /** Null: cannot be chosen, such as a bill. */
  validFrom: openDay,
  validTo: openDay,
  dateEvidence: sentence,
  source: sentence,
});

export type LifeDomain = z.infer<typeof lifeDomain>;
export type LifeScaleStep = z.infer<typeof lifeScale>;
export type ProblemType = z.infer<typeof problemType>;
export type ServiceType = z.infer<typeof serviceType>;
export type LegalBasis = z.infer<typeof legalBasis>;

const domainFile = 'libs/household/data/life-domains.json';

export const LIFE_DOMAINS: ReferenceList<LifeDomain> = { name: 'lifeDomain', file: domainFile, schema: lifeDomain, key: ['key'] };
export const LIFE_SCALE: ReferenceList<LifeScaleStep> = { name: 'lifeScale', file: domainFile, schema: lifeScale, key: ['key'] };

export const PROBLEM_TYPES: ReferenceList<ProblemType> = {
  name: 'problemType',
  file: 'libs/household/data/problem-types.json',
  schema: problemType,
  key: ['key'],
  refs: { domain: 'lifeDomain' },
  check: (rows) =>
    rows.flatMap((row) =>
      row.key.startsWith(`${row.domain}.`) ? [] : [{ row: row.key, field: 'key', message: `does not begin with ${row.domain}.` }],
    ),
};

export const SERVICE_TYPES: ReferenceList<ServiceType> = {
  name: 'serviceType',
  file: 'libs/household/data/service-types.json',
  schema: serviceType,
  key: ['key'],
  refs: { unitCost: 'unitCost', law: 'law' },
};

export const LEGAL_BASES: ReferenceList<LegalBasis> = {
  name: 'legalBasis',
  file: 'libs/household/data/legal-bases.json',
  schema: legalBasis,
  key: ['key'],
  refs: { law: 'law', domains: 'lifeDomain', recipients: 'agencyType' },
  check: (rows) =>
    rows.flatMap((row) =>
      endsBeforeItBegins(row) ? [{ row: row.key, field: 'validTo', message: 'ends before it begins' }] : [],
    ),
};

export const HOUSEHOLD_LISTS = [LIFE_DOMAINS, LIFE_SCALE, PROBLEM_TYPES, SERVICE_TYPES, LEGAL_BASES];

@Injectable()
export class HouseholdReference {
  /** In the order in which a map of a household shows them. */
  readonly lifeDomains: readonly LifeDomain[];
  readonly lifeScale: readonly LifeScaleStep[];
  readonly problemTypes: ReadonlyMap<string, ProblemType>;
  readonly serviceTypes: ReadonlyMap<string, ServiceType>;
  readonly legalBases: ReadonlyMap<string, LegalBasis>;

  constructor(@Inject(ReferenceStore) store: ReferenceStore) {
    this.lifeDomains = store.current(LIFE_DOMAINS).sort((a, b) => a.order - b.order);
    this.lifeScale = store.current(LIFE_SCALE);
    this.problemTypes = store.byKey(PROBLEM_TYPES);
    this.serviceTypes = store.byKey(SERVICE_TYPES);
    this.legalBases = store.byKey(LEGAL_BASES);
  }

  problemType(key: string): ProblemType | undefined {
    return this.problemTypes.get(key);
  }

  service(key: string): ServiceType | undefined {
    return this.serviceTypes.get(key);
  }

  legalBasis(key: string): LegalBasis | undefined {
    return this.legalBases.get(key);
  }
}
