import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { keyText, type ReferenceList, ReferenceStore, sentence, words } from '@doorbraak/platform';

/** UNKNOWN counts as no until an administrator settles it with a source. */
const known = z.enum(['YES', 'NO', 'UNKNOWN']);

const secrecyRegime = z.strictObject({ key: keyText, name: words });

const agencyType = z.strictObject({
  key: keyText,
  name: words,
  level: z.enum(['NATIONAL', 'REGIONAL', 'LOCAL']),
  hasCustomSolutionDesk: known,
  secrecyRegime: keyText,
  mayReceiveBsn: known,
  /** Null: no law of the catalogue. */
  defaultLaw: keyText.nullable(),
  /** Null: follows the law of the involvement. */
  defaultPayer: keyText.nullable(),
  evidence: sentence,
});

export const PAYER_GROUPS = ['CARE', 'MUNICIPAL', 'INCOME', 'EDUCATION_JUSTICE', 'OTHER'] as const;

const payer = z.strictObject({
  key: keyText,
  name: words,
  group: z.enum(PAYER_GROUPS),
  law: keyText.nullable(),
  /** False: shown, but never counted in a public saving. */
  publicMoney: z.boolean(),
  bears: words,
});

export type SecrecyRegime = z.infer<typeof secrecyRegime>;
export type AgencyType = z.infer<typeof agencyType>;
export type Payer = z.infer<typeof payer>;

const file = 'libs/directory/data/agency-types.json';

export const SECRECY_REGIMES: ReferenceList<SecrecyRegime> = { name: 'secrecyRegime', file, schema: secrecyRegime, key: ['key'] };

export const AGENCY_TYPES: ReferenceList<AgencyType> = {
  name: 'agencyType',
  file,
  schema: agencyType,
  key: ['key'],
  refs: { secrecyRegime: 'secrecyRegime', defaultLaw: 'law', defaultPayer: 'payer' },
};

export const PAYERS: ReferenceList<Payer> = {
  name: 'payer',
  file: 'libs/directory/data/payers.json',
  schema: payer,
  key: ['key'],
  refs: { law: 'law' },
};

export const DIRECTORY_LISTS = [SECRECY_REGIMES, AGENCY_TYPES, PAYERS];

@Injectable()
export class DirectoryReference {
  readonly secrecyRegimes: ReadonlyMap<string, SecrecyRegime>;
  readonly agencyTypes: ReadonlyMap<string, AgencyType>;
  readonly payers: ReadonlyMap<string, Payer>;

  constructor(@Inject(ReferenceStore) store: ReferenceStore) {
    this.secrecyRegimes = store.byKey(SECRECY_REGIMES);
    this.agencyTypes = store.byKey(AGENCY_TYPES);
    this.payers = store.byKey(PAYERS);
  }

  agencyType(key: string): AgencyType | undefined {
    return this.agencyTypes.get(key);
  }

  payer(key: string): Payer | undefined {
    return this.payers.get(key);
  }
}
