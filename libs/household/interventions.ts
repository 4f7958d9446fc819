import { Inject, Injectable } from '@nestjs/common';
import { only, refuseIf } from '@doorbraak/access';
import type { Id, LocalDate } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import { HouseholdActs } from './household.act';
import { Intervention, Wait } from './household.entity';
import type { HouseholdMap } from './household.map';
import { HouseholdReference } from './household.reference';
import { type InterventionWish, whyNotAddIntervention } from './household.rules';

/** `measureId`: what another room begins it for; here it is opaque. */
export type NewIntervention = InterventionWish & { id: Id; measureId?: Id | null };

/**
 * Help that begins or stops and waits that end because of an act elsewhere, in the transaction of that act, which judged who may do it. Row
 * security still asks for the right to write the content of the household.
 */
@Injectable()
export class Interventions {
  constructor(
    @Inject(HouseholdReference) private readonly reference: HouseholdReference,
    @Inject(HouseholdActs) private readonly acts: HouseholdActs,
  ) {}

  async start(tx: Tx, map: HouseholdMap, begin: NewIntervention): Promise<void> {
    const { id, service, involvementId, problemIds, fromOn, toOn, measureId } = begin;
    const known = this.reference.service(service);
    refuseIf(whyNotAddIntervention(begin, map, known !== undefined, tx.today));
    const law = known?.law ?? only(map.involvements, involvementId).law;
    await tx.insert(Intervention, {
      ...this.acts.stamp(tx, map, id, law),
      ...{ service, involvementId, problemIds, fromOn, toOn: toOn ?? null, measureId: measureId ?? null },
      version: 1,
    });
  }

  /** What began for this measure and still runs, ends. Says which. */
  async stop(tx: Tx, map: HouseholdMap, measureId: Id, onDay: LocalDate): Promise<Id[]> {
    const running = map.interventions.filter((one) => one.measureId === measureId && (one.toOn === null || one.toOn > onDay));
    for (const { municipalityId, id, version } of running)
      await tx.updateSeen(Intervention, { municipalityId, id }, version, { toOn: onDay });
    return running.map(({ id }) => id);
  }

  /** It began by mistake. Gone already when it was withdrawn by itself. */
  async withdraw(tx: Tx, map: HouseholdMap, intervention: Id, withdrawnReason: string): Promise<void> {
    for (const { municipalityId, id, version } of map.interventions.filter(({ id }) => id === intervention))
      await tx.updateSeen(Intervention, { municipalityId, id }, version, {
        ...{ withdrawnOn: tx.today, withdrawnBy: tx.person, withdrawnReason },
      });
  }

  /** Of these waits those that stood on that day and stand still, end. Says which. */
  async liftWaits(tx: Tx, map: HouseholdMap, ids: readonly Id[], onDay: LocalDate): Promise<Id[]> {
    const lifted = map.waits.filter(
      ({ id, liftedOn, liftable, sinceOn }) =>
        ids.includes(id) && liftable && liftedOn === null && (sinceOn === null || sinceOn <= onDay),
    );
    for (const { municipalityId, id, version } of lifted)
      await tx.updateSeen(Wait, { municipalityId, id }, version, { liftedOn: onDay });
    return lifted.map(({ id }) => id);
  }

  /** They ended on that day by mistake: this help runs again and these waits stand, unless somebody gave them another end since. */
  async giveBack(tx: Tx, map: HouseholdMap, ids: readonly Id[], onDay: LocalDate): Promise<void> {
    for (const { municipalityId, id, version } of map.interventions.filter(({ id, toOn }) => ids.includes(id) && toOn === onDay))
      await tx.updateSeen(Intervention, { municipalityId, id }, version, { toOn: null });
    for (const { municipalityId, id, version } of map.waits.filter(({ id, liftedOn }) => ids.includes(id) && liftedOn === onDay))
      await tx.updateSeen(Wait, { municipalityId, id }, version, { liftedOn: null });
  }
}
