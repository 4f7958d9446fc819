import { z } from 'zod';
import { addDays, type LocalDate } from '@doorbraak/kernel';
import {
  day,
  endsBeforeItBegins,
  keyText,
  openDay,
  type ReferenceList,
  type RowFault,
  sentence,
  words,
} from '@doorbraak/platform';

export const PROVISION_ROLES = ['ROOM', 'LIMIT', 'PROTECTION', 'PROCEDURE', 'PURPOSE'] as const;
export const LAW_KINDS = ['CONSTITUTION', 'ACT', 'DECREE', 'TREATY', 'EU_REGULATION', 'POLICY_RULE', 'BYLAW'] as const;
export const EVIDENCE = ['TEXT_SEEN', 'NUMBER_SEEN', 'MEMORY'] as const;
export const DATE_EVIDENCE = [...EVIDENCE, 'NOT_ESTABLISHED'] as const;
export const CONFLICT_TYPES = [
  'PRIKKELBOTSING',
  'AFBAKENING',
  'INVORDERINGSSTAPELING',
  'ADRESBOTSING',
  'TIJDGRENS',
  'TOEGANG',
  'DEFINITIEBOTSING',
  'GEGEVENSGRENS',
  'HOGER_RECHT',
  'EVENREDIGHEID',
] as const;

const role = z.enum(PROVISION_ROLES);
const evidence = z.enum(EVIDENCE);
const dateEvidence = z.enum(DATE_EVIDENCE);
const note = sentence.nullable();

const roomKind = z.strictObject({ key: keyText, name: words, definition: words, usualRole: role });

const law = z.strictObject({
  key: keyText,
  /** In which screens show laws; numbers leave holes, so that a law can be put in between. */
  order: z.int().positive(),
  kind: z.enum(LAW_KINDS),
  title: sentence,
  shortTitle: sentence,
  /** R = regulation, V = treaty. EU law, policy rules and by-laws have none. */
  bwbId: z
    .string()
    .regex(/^BWB[RV]\d{7}$/)
    .nullable(),
  celex: z.string().nullable().default(null),
  bwbIdEvidence: evidence.nullable(),
  /** Holds for every decision, such as the Awb or a treaty. */
  general: z.boolean(),
  payers: z.array(keyText),
  ownerAgency: keyText.nullable().default(null),
  validFrom: openDay,
  validTo: openDay,
  dateEvidence,
  /** YEAR: only the year is known, the day is a placeholder. */
  datePrecision: z.enum(['DAY', 'YEAR']).default('DAY'),
  source: sentence.nullable(),
  note: note.default(null),
  /** Invented, for demo and tests. */
  example: z.boolean().default(false),
});

const version = z.strictObject({ validFrom: openDay, validTo: openDay, role, summary: words, evidence });

const provision = z.strictObject({
  /** Opaque: article numbers may hold a colon, so it is never taken apart. */
  key: keyText,
  law: keyText,
  article: sentence,
  lid: sentence.nullable(),
  item: sentence.nullable(),
  roomKind: keyText,
  role,
  duty: z.boolean(),
  discretionary: z.boolean(),
  validFrom: openDay,
  validTo: openDay,
  dateEvidence,
  dateSource: sentence.nullable(),
  textSeenOn: z.array(day),
  evidence,
  lidFromMemory: z.boolean(),
  source: sentence,
  reference: z
    .string()
    .regex(/^jci1\.3:c:BWB[RV]\d{7}&artikel=/)
    .nullable(),
  summary: words,
  note,
  versions: z.array(version),
});

const conflictPattern = z.strictObject({
  key: keyText,
  type: z.enum(CONFLICT_TYPES),
  title: words,
  tension: words,
  sideA: z.array(keyText).min(1),
  sideB: z.array(keyText).min(1),
  roomVia: z.array(keyText),
});

export type ProvisionRole = z.infer<typeof role>;
export type RoomKind = z.infer<typeof roomKind>;
export type Law = z.infer<typeof law>;
export type ProvisionVersion = z.infer<typeof version>;
export type Provision = z.infer<typeof provision>;
export type ConflictPattern = z.infer<typeof conflictPattern>;

const file = 'libs/law/data/catalogue.json';

export const ROOM_KINDS: ReferenceList<RoomKind> = { name: 'roomKind', file, schema: roomKind, key: ['key'] };

export const LAWS: ReferenceList<Law> = {
  name: 'law',
  file,
  schema: law,
  key: ['key'],
  refs: { payers: 'payer', ownerAgency: 'agencyType' },
  check: (laws) => laws.flatMap((row) => faults(row.key, datesOf(row))),
};

export const PROVISIONS: ReferenceList<Provision> = {
  name: 'provision',
  file,
  schema: provision,
  key: ['key'],
  refs: { law: 'law', roomKind: 'roomKind' },
  check(provisions, rowsOf) {
    const lawOf = new Map(rowsOf(LAWS).map((row) => [row.key, row]));
    return provisions.flatMap((row) =>
      faults(row.key, { ...datesOf(row), ...versionsOf(row), ...underLaw(row, lawOf.get(row.law)) }),
    );
  },
};

export const CONFLICT_PATTERNS: ReferenceList<ConflictPattern> = {
  name: 'conflictPattern',
  file,
  schema: conflictPattern,
  key: ['key'],
  refs: { sideA: 'provision', sideB: 'provision', roomVia: 'provision' },
  check: (patterns) =>
    patterns.flatMap((row) =>
      faults(row.key, { sideB: row.sideB.some((key) => row.sideA.includes(key)) && 'a provision stands on both sides' }),
    ),
};

export const LAW_LISTS = [ROOM_KINDS, LAWS, PROVISIONS, CONFLICT_PATTERNS];

/** Field → what is wrong with it, or false. */
type Verdicts = Record<string, string | false>;

const faults = (row: string, verdicts: Verdicts): RowFault[] =>
  Object.entries(verdicts).flatMap(([field, message]) => (message ? [{ row, field, message }] : []));

const datesOf = (row: Law | Provision): Verdicts => ({
  validTo: endsBeforeItBegins(row) && 'ends before it begins',
  dateEvidence:
    (row.dateEvidence === 'NOT_ESTABLISHED') === (row.validFrom !== null || row.validTo !== null) &&
    'a date has evidence, no date has none',
});

function versionsOf(row: Provision): Verdicts {
  const follows = (a: LocalDate | null, b: LocalDate | null) => a !== null && b !== null && addDays(a, 1) === b;
  const gap = row.versions.some((version, i) => i > 0 && !follows(row.versions[i - 1]!.validTo, version.validFrom));
  const last = row.versions.at(-1);
  return {
    textSeenOn: row.textSeenOn.some((seen, i) => i > 0 && seen <= row.textSeenOn[i - 1]!) && 'days are not in order',
    versions:
      (row.versions.some(endsBeforeItBegins) && 'a version ends before it begins') ||
      (gap && 'versions do not follow each other day on day') ||
      (last !== undefined &&
        (last.role !== row.role || last.validTo !== row.validTo) &&
        'the last version differs from the provision itself'),
  };
}

const underLaw = (row: Provision, under: Law | undefined): Verdicts => ({
  // A rule that an agency or a municipality made for itself cannot make room in an act (Awb 4:81 and 4:84).
  role:
    (under?.kind === 'POLICY_RULE' || under?.kind === 'BYLAW') &&
    [row, ...row.versions].some((text) => text.role === 'ROOM') &&
    'a policy rule or by-law gives no room',
  validFrom: under?.validFrom != null && row.validFrom !== null && row.validFrom < under.validFrom && 'begins before its law',
});
