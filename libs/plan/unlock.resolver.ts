import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOperation, Data, DataClass, type Operation } from '@doorbraak/access';
import { findUnlock, Household, type HouseholdMap, sayChosen, saySmallest, type Smallest, type Wait } from '@doorbraak/household';
import type { Words } from '@doorbraak/kernel';
import { OwnLaws } from '@doorbraak/law';
import { BreakthroughPlan } from './plan.entity';
import { PlanBooks } from './plan.load';
import { UnlockType } from './unlock.types';

/** A wait nobody put into words, or whose words are not for this reader. */
const NAMELESS: Words = { nl: 'iets dat wacht, zonder omschrijving', en: 'a wait without a description' };
const nameOf = (wait: Wait | undefined): Words => (wait?.what ? { nl: wait.what, en: wait.what } : NAMELESS);

const shown = ({ count, ...smallest }: Smallest) => ({
  ...smallest,
  setCount: `${count}`,
  words: saySmallest({ count, ...smallest }),
});

/** What this room adds to a household: it knows laws and plans, which the household does not. */
@Resolver(() => Household)
export class UnlockResolver {
  constructor(
    private readonly books: PlanBooks,
    private readonly own: OwnLaws,
  ) {}

  @Data(DataClass.K4)
  @ResolveField(() => UnlockType, {
    nullable: true,
    description:
      'Who waits for whom in a circle, and the fewest decisions that open it. Lifted waits are out of it, and those of a problem that is over.',
  })
  async unlock(@CurrentOperation() operation: Operation, @Parent() household: HouseholdMap): Promise<UnlockType> {
    const waits = household.liveWaits;
    const provisions = waits.map(({ provision }) => provision);
    const laws = await this.own.readerFor(await operation.read(), household.municipalityId, provisions);
    const found = findUnlock(
      waits.map((wait) => ({
        id: wait.id,
        waiting: wait.waiting,
        for: wait.for,
        liftable: wait.liftable,
        hasRoom: wait.provision !== null && laws.hasRoom(wait.provision, operation.actor.today),
      })),
    );
    const byId = new Map(waits.map((wait) => [wait.id, wait]));
    return {
      ...found,
      live: waits.map(({ id }) => id),
      circles: found.circles.map((circle) => ({ ...circle, smallest: shown(circle.smallest) })),
      smallest: shown(found.smallest),
      chosen: found.chosen.map((chosen) => ({ ...chosen, words: sayChosen(chosen, (id) => nameOf(byId.get(id))) })),
    };
  }

  @Data(DataClass.K7)
  @ResolveField(() => BreakthroughPlan, {
    nullable: true,
    description: 'The newest version of its plan, but for one that was stopped before it was decided.',
  })
  async plan(@CurrentOperation() operation: Operation, @Parent() household: HouseholdMap) {
    return (await this.books.newestOf(operation, await operation.read(), household))?.plan;
  }

  @Data(DataClass.K7)
  @ResolveField(() => [BreakthroughPlan], { nullable: true, description: 'All versions of its plan, the newest first.' })
  async plans(@CurrentOperation() operation: Operation, @Parent() household: HouseholdMap) {
    return this.books.ofHousehold(operation, await operation.read(), household.id);
  }
}
