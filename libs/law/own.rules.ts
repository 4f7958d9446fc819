import { addDays, type LocalDate, type Reason, reason } from '@doorbraak/kernel';
import type { Law, Provision, ProvisionRole } from './catalogue.rules';

export const OWN_KINDS = ['BYLAW', 'POLICY_RULE'] as const;
export type OwnKind = (typeof OWN_KINDS)[number];
export const OWN_ROLES = ['LIMIT', 'PROCEDURE', 'PURPOSE'] as const;
export type OwnRole = (typeof OWN_ROLES)[number];

/** Keys of own rules begin so; none of the national catalogue does. */
const OWN = 'own:';
export const isOwn = (key: string): boolean => key.startsWith(OWN);
export const ownKey = (...parts: string[]): string => OWN + parts.join(':');

/** Read whole with every plan, so they end somewhere. Texts of before count too; a rule can always be ended, however many there are. */
export const MOST = { laws: 100, texts: 500 };

type Days = { validFrom: LocalDate | null; validTo: LocalDate | null };

export type OwnLawFacts = Days & { key: string; kind: OwnKind; title: string; shortTitle: string; source: string };

export type OwnProvisionFacts = Days & {
  key: string;
  article: string;
  lid: string | null;
  role: OwnRole;
  summaryNl: string;
  summaryEn: string | null;
  discretionary: boolean;
  source: string;
};

const inverted = ({ validFrom, validTo }: Days): Reason[] =>
  validFrom !== null && validTo !== null && validTo < validFrom ? [reason('RANGE_INVERTED', 'validTo')] : [];

export const whyNotLaw = (days: Days, known: { laws: number; agency: boolean }, agency: string | null): Reason[] => [
  ...(known.laws < MOST.laws ? [] : [reason('LIST_FULL')]),
  ...(agency !== null && !known.agency ? [reason('AGENCY_UNKNOWN', agency)] : []),
  ...inverted(days),
];

/** The end lies not before the begin. */
export const whyNotEnd = (law: Days, validTo: LocalDate): Reason[] => inverted({ ...law, validTo });

export function whyNotProvision(provision: Days & { role: ProvisionRole; key: string }, law: Days, texts: number): Reason[] {
  return [
    ...(texts < MOST.texts ? [] : [reason('LIST_FULL')]),
    // A body cannot give itself room against the act by a rule of its own (Awb 4:81 and 4:84).
    ...(isOwnRole(provision.role) ? [] : [reason('OWN_RULE_GIVES_NO_ROOM', provision.key)]),
    // Without a first day of its own it holds since its rule does.
    ...inverted({ validFrom: provision.validFrom ?? law.validFrom, validTo: provision.validTo }),
    ...(law.validFrom !== null && provision.validFrom !== null && provision.validFrom < law.validFrom
      ? [reason('BEFORE_ITS_LAW', 'validFrom')]
      : []),
  ];
}

export const isOwnRole = (role: ProvisionRole): role is OwnRole => (OWN_ROLES as readonly string[]).includes(role);

/**
 * From which day a change is known: a day has one text, so a change counts from the next free day on. What was cited this morning, or
 * while the clock stands before the last change, finds the text it was written on.
 */
export const knownFrom = (today: LocalDate, before: LocalDate): LocalDate => addDays(today > before ? today : before, 1);

const NONE = {
  bwbId: null,
  celex: null,
  bwbIdEvidence: null,
  ownerAgency: null,
  note: null,
} as const;

/** A day that the administrator wrote down was seen in a source; the product itself read no text. */
const evidenceOf = ({ validFrom, validTo }: Days) =>
  validFrom === null && validTo === null ? ('NOT_ESTABLISHED' as const) : ('NUMBER_SEEN' as const);

/** An own rule as the rules of this room know laws: after all national ones. */
export const asLaw = ({ key, kind, title, shortTitle, validFrom, validTo, source }: OwnLawFacts): Law => ({
  ...NONE,
  ...{ key, kind, title, shortTitle, validFrom, validTo, source },
  order: 1_000_000,
  general: false,
  payers: [],
  dateEvidence: evidenceOf({ validFrom, validTo }),
  datePrecision: 'DAY',
  example: false,
});

const ROOM_KIND_OF: Record<OwnRole, string> = { LIMIT: 'grens', PROCEDURE: 'procedureel', PURPOSE: 'doelstelling' };

/** Without a first day of its own a provision holds since its rule does. */
export function asProvision(row: OwnProvisionFacts, law: Law): Provision {
  const { key, article, lid, role, discretionary, validTo, source } = row;
  const validFrom = row.validFrom ?? law.validFrom;
  return {
    ...{ key, article, lid, role, discretionary, validFrom, validTo, source },
    law: law.key,
    item: null,
    roomKind: ROOM_KIND_OF[role],
    duty: role === 'LIMIT' && !discretionary,
    dateEvidence: evidenceOf({ validFrom, validTo }),
    dateSource: source,
    textSeenOn: [],
    evidence: 'NUMBER_SEEN',
    lidFromMemory: false,
    reference: null,
    summary: { nl: row.summaryNl, en: row.summaryEn ?? row.summaryNl },
    note: null,
    versions: [],
  };
}
