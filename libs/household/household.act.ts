import { Inject, Injectable } from '@nestjs/common';
import { type ActName, type ActPlace, Acts, type Done, type Operation, refuseIf, type Refused } from '@doorbraak/access';
import { type Id, reason } from '@doorbraak/kernel';
import { type KeyOwner, PlatformReference, retentionFor, Secrets, type Tx } from '@doorbraak/platform';
import { type HouseholdMap, HouseholdMaps, placeOfHousehold } from './household.map';
import { VISIBLE } from './household.visibility';

export type Changed = HouseholdMap | Refused;
export type Home = { municipalityId: Id; id: Id };
type Find = (tx: Tx) => Promise<ActPlace | undefined>;
type Table = Exclude<keyof typeof VISIBLE, 'household' | 'person_key'>;
type Versioned = Home & { version: number };

export const inHousehold = ({ household }: { household: Id }): Find => placeOfHousehold(household);

/** The household of a row that is named by its id. */
export const inRow =
  (table: Table, id: Id): Find =>
  async (tx) =>
    (
      await tx.query<ActPlace>(
        `select municipality_id as tenant, household_id as household from "${table}" where ${VISIBLE[table]} and id = $1`,
        [id],
      )
    )[0];

export const keyOf = ({ id }: Pick<Home, 'id'>): KeyOwner => ({ kind: 'HOUSEHOLD', id, household: id });

/** Changes one row under the version that was seen. */
export async function edited<E extends Versioned>(
  tx: Tx,
  entity: new () => E,
  { municipalityId }: Home,
  id: Id,
  seen: number,
  set: Parameters<typeof tx.updateSeen<E>>[3],
): Promise<Done> {
  await tx.updateSeen(entity, { municipalityId, id } as Parameters<typeof tx.updateSeen<E>>[1], seen, set);
  return { subject: id, version: seen + 1 };
}

/** Acts on a household that exists: found, allowed, judged over the whole map, and answered with the map as it is then. */
@Injectable()
export class HouseholdActs {
  constructor(
    @Inject(Acts) private readonly acts: Acts,
    @Inject(HouseholdMaps) private readonly maps: HouseholdMaps,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(PlatformReference) private readonly platform: PlatformReference,
  ) {}

  /** An act on an open file. */
  change(
    operation: Operation,
    act: ActName,
    key: Id,
    input: unknown,
    at: Find,
    run: (tx: Tx, map: HouseholdMap) => Promise<Done>,
  ): Promise<Changed> {
    return this.always(operation, act, key, input, at, (tx, map) => {
      refuseIf(map.closedOn === null ? [] : [reason('CASE_CLOSED', map.id)]);
      return run(tx, map);
    });
  }

  /** An act that is possible in a closed file too. */
  always(
    operation: Operation,
    act: ActName,
    key: Id,
    input: unknown,
    at: Find,
    run: (tx: Tx, map: HouseholdMap) => Promise<Done>,
  ): Promise<Changed> {
    return this.acts.do(
      operation,
      { act, key, at, input },
      async (tx, { household }) => ({
        ...(await run(tx, await this.maps.mustLoad(operation, tx, household!))),
        household: household!,
      }),
      (tx, { household }) => this.maps.mustLoad(operation, tx, household!),
    );
  }

  /** What every row of a household carries. */
  stamp(tx: Tx, household: Home, id: Id, law: string | null = null) {
    return {
      municipalityId: household.municipalityId,
      householdId: household.id,
      id,
      recordedOn: tx.today,
      recordedBy: tx.person,
      ...retentionFor(this.platform.retentionRules.values(), law, tx.today),
    };
  }

  seal(tx: Tx, { municipalityId: tenant }: Home, owner: KeyOwner, table: string, column: string, row: Id, text: string) {
    return this.secrets.seal(tx, owner, { tenant, table, column, row }, text);
  }
}
