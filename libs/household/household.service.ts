import { Inject, Injectable } from '@nestjs/common';
import { Acts, edited, idAfter, type Operation, pageOf, Refusal } from '@doorbraak/access';
import { type Id, reason } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import { type Changed, type Home, HouseholdActs, inHousehold, keyOf } from './household.act';
import { AssignmentKind, Household } from './household.entity';
import type * as inputs from './household.inputs';
import { linesOf } from './household.lines';
import { type HouseholdMap, HouseholdMaps } from './household.map';
import type { HouseholdConnection } from './household.types';
import { LeadService } from './lead.service';

/** A household as a whole. */
@Injectable()
export class HouseholdService {
  constructor(
    @Inject(HouseholdActs) private readonly acts: HouseholdActs,
    @Inject(Acts) private readonly plain: Acts,
    @Inject(HouseholdMaps) private readonly maps: HouseholdMaps,
    @Inject(LeadService) private readonly leads: LeadService,
  ) {}

  async one(operation: Operation, id: Id): Promise<HouseholdMap | null> {
    const map = await this.maps.load(operation, await operation.read(), id);
    if (!map) operation.miss();
    return map;
  }

  async households(operation: Operation, first: number, after?: string | null): Promise<HouseholdConnection> {
    const lines = await linesOf(
      operation,
      await operation.read(),
      `($1::uuid is null or (code, id) > (select c.code, c.id from household c where c.municipality_id = any ((select gate.tenants())::uuid[]) and c.id = $1))
       order by code, id limit $2`,
      [idAfter(after), first + 1],
    );
    return pageOf(lines, first);
  }

  createHousehold(operation: Operation, key: Id, input: inputs.CreateHouseholdInput): Promise<Changed> {
    const { municipality, fixteam, person } = operation.actor;
    return this.plain.do(
      operation,
      { act: 'createHousehold', key, at: { tenant: municipality, household: null }, input },
      async (tx) => {
        if (!fixteam) throw new Refusal([reason('NOT_A_PROFESSIONAL', person)]);
        const { code, neighbourhoodCode, neighbourhoodYear, language, needsInterpreter } = input;
        const { householdId, ...stamp } = this.acts.stamp(tx, { municipalityId: municipality, id: key }, key);
        await tx.insert(Household, {
          ...stamp,
          code,
          fixteamId: fixteam,
          neighbourhoodCode: neighbourhoodCode ?? null,
          neighbourhoodYear: neighbourhoodYear ?? null,
          language,
          needsInterpreter,
          version: 1,
        });
        await this.leads.assign(tx, { municipalityId: municipality, id: householdId }, AssignmentKind.LEAD, person, null);
        await tx.renew(); // from here on the caller is assigned, and may write what else belongs to the household
        if (input.ownWords) {
          const ownWords = await this.sealOwnWords(tx, { municipalityId: municipality, id: key }, input.ownWords);
          await tx.query('update household set own_words = $3 where municipality_id = $1 and id = $2', [
            municipality,
            key,
            ownWords,
          ]);
        }
        return { subject: key, household: key };
      },
      (tx, { subject }) => this.maps.afterAct(operation, tx, subject),
    );
  }

  recordOwnWords(operation: Operation, key: Id, input: inputs.RecordOwnWordsInput): Promise<Changed> {
    return this.acts.change(operation, 'recordOwnWords', key, input, inHousehold(input), async (tx, map) => {
      const ownWords = input.words ? await this.sealOwnWords(tx, map, input.words) : null;
      return edited(tx, Household, map, input.seen, { ownWords });
    });
  }

  setNeighbourhood(operation: Operation, key: Id, input: inputs.SetNeighbourhoodInput): Promise<Changed> {
    const { seen, neighbourhoodCode, neighbourhoodYear } = input;
    return this.acts.change(operation, 'setNeighbourhood', key, input, inHousehold(input), (tx, map) =>
      edited(tx, Household, map, seen, { neighbourhoodCode, neighbourhoodYear }),
    );
  }

  private sealOwnWords(tx: Tx, household: Home, words: string): Promise<string> {
    return this.acts.seal(tx, household, keyOf(household), 'household', 'own_words', household.id, words);
  }
}
