import { Inject, Injectable } from '@nestjs/common';
import { type ActName, type ActPlace, Acts, type Done, only, type Operation, refuseIf, type Refused } from '@doorbraak/access';
import { type Id, reason } from '@doorbraak/kernel';
import { type KeyOwner, PlatformReference, Secrets, type Tx } from '@doorbraak/platform';
import { type HouseholdEntries, type HouseholdMap, HouseholdMaps, placeOfHousehold } from './household.map';
import { VISIBLE } from './household.visibility';

export type Changed = HouseholdMap | Refused;
/** What says of which household something is; a HouseholdMap is one. */
export type Home = { municipalityId: Id; id: Id };
type Table = Exclude<keyof typeof VISIBLE, 'household' | 'household_digest' | 'person_key' | 'last_look'>;

export const keyOf = ({ id }: Pick<Home, 'id'>): KeyOwner => ({ kind: 'HOUSEHOLD', id, household: id });

/** An act names its household, or a row of it. */
export const inHousehold = ({ household }: { household: Id }) => placeOfHousehold(household);

export const inRow =
  (table: Table, id: Id) =>
  async (tx: Tx): Promise<ActPlace | undefined> =>
    (
      await tx.query<ActPlace>(
        `select municipality_id as tenant, household_id as household from "${table}" where ${VISIBLE[table]} and id = $1`,
        [id],
      )
    )[0];

/** A row of this list that stands. What was withdrawn is not edited any more. */
export function standing<Name extends keyof HouseholdEntries>(
  map: HouseholdMap,
  name: Name,
  id: Id,
): HouseholdEntries[Name][number] {
  const rows: readonly HouseholdEntries[Name][number][] = map[name];
  const withdrawn: readonly { id: Id }[] = map.withdrawn[name];
  refuseIf(withdrawn.some((one) => one.id === id) ? [reason('WITHDRAWN_ALREADY', id)] : []);
  return only(rows, id);
}

/** Acts on a household that exists. Each is one transaction. */
@Injectable()
export class HouseholdActs {
  constructor(
    @Inject(Acts) private readonly acts: Acts,
    @Inject(HouseholdMaps) private readonly maps: HouseholdMaps,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(PlatformReference) private readonly platform: PlatformReference,
  ) {}

  /** Found, allowed, judged over the whole map, and answered with the map as it is then. `why` is kept in the log. */
  change(
    operation: Operation,
    act: ActName,
    key: Id,
    input: unknown,
    at: (tx: Tx) => Promise<ActPlace | undefined>,
    work: (tx: Tx, map: HouseholdMap) => Promise<Done>,
    why?: string,
  ): Promise<Changed> {
    return this.acts.do(
      operation,
      { act, key, at, input, ...(why === undefined ? {} : { reason: why }) },
      async (tx, { household }) => ({
        ...(await work(tx, await this.maps.mustLoad(operation, tx, household!))),
        household: household!,
      }),
      (tx, { household }) => this.maps.afterAct(operation, tx, household!),
    );
  }

  /** What every row of a household carries. */
  stamp(tx: Tx, household: Home, id: Id, law: string | null = null) {
    return {
      municipalityId: household.municipalityId,
      householdId: household.id,
      id,
      ...this.platform.recorded(tx, law),
    };
  }

  seal(tx: Tx, { municipalityId: tenant }: Home, owner: KeyOwner, table: string, column: string, row: Id, text: string) {
    return this.secrets.seal(tx, owner, { tenant, table, column, row }, text);
  }
}
