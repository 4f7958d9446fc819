import { Args, ArgsType, Field, ID, Resolver, Subscription } from '@nestjs/graphql';
import { Act, CurrentContext, type GraphqlContext, IsId } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { LiveService } from './live.service';
import { Change } from './live.types';

const SOCKET =
  'Over the socket at /graphql only (protocol graphql-transport-ws). Begins with BEGUN and ends by itself when it is not, or no longer, for you; what does not exist ends alike.';

@ArgsType()
class HouseholdChangedArgs {
  @IsId()
  @Field(() => ID, { description: 'Id of the household.' })
  household: Id;
}
@ArgsType()
class PlanChangedArgs {
  @IsId()
  @Field(() => ID, { description: 'Id of the plan.' })
  plan: Id;
}

@Resolver()
export class LiveResolver {
  constructor(private readonly live: LiveService) {}

  @Act('followHousehold')
  @Subscription(() => Change, {
    description: `What is done to a household and everything of it, its plans, positions and promises included. ${SOCKET}`,
  })
  householdChanged(@CurrentContext() context: GraphqlContext, @Args() { household }: HouseholdChangedArgs) {
    return this.live.householdChanged(context, household);
  }

  @Act('followPlan')
  @Subscription(() => Change, {
    description: `What is done to one version of a plan: its parts, the positions of agencies, its decision and what follows. ${SOCKET}`,
  })
  planChanged(@CurrentContext() context: GraphqlContext, @Args() { plan }: PlanChangedArgs) {
    return this.live.planChanged(context, plan);
  }

  @Act('followMyDay')
  @Subscription(() => Change, {
    description: `What is done to any household that is yours: led, asked for, of your team, of your own, or of your agency; also when one comes or goes. ${SOCKET}`,
  })
  myDayChanged(@CurrentContext() context: GraphqlContext) {
    return this.live.myDayChanged(context);
  }
}
