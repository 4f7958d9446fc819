import { Inject, Injectable } from '@nestjs/common';
import { newId, type Id } from '@doorbraak/kernel';
import { CONFIGURATION, type Configuration } from './configuration';
import { derive, keyedHash, keyIdOfBytes, open, openBytes, randomKey, seal, sealBytes, type Place } from './crypto.rules';
import type { Tx } from './tx';

export type KeyOwner = { kind: 'PERSON' | 'HOUSEHOLD'; id: Id; household: Id };
/** A data key as it is stored; a room loads those of its aggregate in the statement of that aggregate. */
export type WrappedKey = { municipalityId: Id; id: Id; subjectKind: string; subjectId: Id; wrapped: string };

const useOf = (tenant: Id) => `tenant ${tenant}`;

export const tenantKeyOf = (masterKey: string, tenant: Id): Buffer => derive(masterKey, useOf(tenant));

/** A new data key, as it works and as it is stored. */
export function freshKey(tenantKey: Buffer, tenant: Id, id: Id): { key: Buffer; wrapped: string } {
  const key = randomKey();
  return { key, wrapped: seal(tenantKey, id, { tenant, table: 'person_key', column: 'wrapped', row: id }, key) };
}

/** Seals and opens text. A tenant key wraps one data key per person and one per household; destroying that key destroys the text. */
@Injectable()
export class Secrets {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  /** A few per municipality; the master key that they come from is here as well. */
  private readonly derived = new Map<string, Buffer>();
  /** A person's key opens many values of one answer; it is forgotten with the row that it came from. */
  private readonly unwrapped = new WeakMap<WrappedKey, Buffer>();

  async seal(tx: Tx, owner: KeyOwner, place: Place, text: string): Promise<string> {
    const { id, key } = await this.keyFor(tx, place.tenant, owner);
    return seal(key, id, place, Buffer.from(text, 'utf8'));
  }

  /** Null when the key is not among those given: destroyed, or not for this reader. */
  open(keys: Map<Id, WrappedKey>, place: Place, sealed: string): string | null {
    const wrapped = keys.get(sealed.split('.')[1] ?? '');
    return wrapped ? open(this.unwrap(wrapped), place, sealed).toString('utf8') : null;
  }

  /** The same for a file. */
  async sealBytes(tx: Tx, owner: KeyOwner, place: Place, clear: Buffer): Promise<Buffer> {
    const { id, key } = await this.keyFor(tx, place.tenant, owner);
    return sealBytes(key, id, place, clear);
  }

  openBytes(keys: readonly WrappedKey[], place: Place, sealed: Buffer): Buffer | null {
    const wrapped = keys.find(({ id }) => id === keyIdOfBytes(sealed));
    return wrapped ? openBytes(this.unwrap(wrapped), place, sealed) : null;
  }

  /** Finds the same BSN within one tenant, and never across: the key differs per tenant. */
  hashOfBsn(tenant: Id, bsn: string): string {
    return keyedHash(this.key(`bsn ${tenant}`), bsn);
  }

  hashOfPayload(tenant: Id, payload: string): string {
    return keyedHash(this.key(`payload ${tenant}`), payload);
  }

  private async keyFor(tx: Tx, tenant: Id, owner: KeyOwner): Promise<{ id: Id; key: Buffer }> {
    const id = newId();
    const { wrapped } = freshKey(this.tenantKey(tenant), tenant, id);
    await tx.query(
      `insert into person_key (municipality_id, id, subject_kind, subject_id, household_id, wrapped) values ($1, $2, $3, $4, $5, $6)
       on conflict (municipality_id, subject_kind, subject_id) do nothing`,
      [tenant, id, owner.kind, owner.id, owner.household, wrapped],
    );
    const [row] = await tx.query<WrappedKey>(
      `select municipality_id as "municipalityId", id, subject_kind as "subjectKind", subject_id as "subjectId", wrapped
       from person_key where municipality_id = $1 and subject_kind = $2 and subject_id = $3`,
      [tenant, owner.kind, owner.id],
    );
    if (!row) throw new Error('the key of this person is not here');
    return { id: row.id, key: this.unwrap(row) };
  }

  private unwrap(key: WrappedKey): Buffer {
    const known = this.unwrapped.get(key);
    if (known) return known;
    const { municipalityId: tenant, id: row, wrapped } = key;
    const opened = open(this.tenantKey(tenant), { tenant, table: 'person_key', column: 'wrapped', row }, wrapped);
    this.unwrapped.set(key, opened);
    return opened;
  }

  private tenantKey(tenant: Id): Buffer {
    return this.key(useOf(tenant));
  }

  private key(use: string): Buffer {
    const key = this.derived.get(use) ?? derive(this.configuration.DOORBRAAK_MASTER_KEY, use);
    this.derived.set(use, key);
    return key;
  }
}
