import { Args, ArgsType, Mutation, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, type Operation, WithInput } from '@doorbraak/access';
import { LeadService } from './lead.service';
import { Household } from './household.entity';
import * as inputs from './household.inputs';
import { HandOverAllInput } from './lead.inputs';
import { HandOverOutcome } from './lead.types';
import { HouseholdOutcome } from './household.types';

@ArgsType()
class AssignArgs extends WithInput(inputs.AssignInput) {}
@ArgsType()
class HandOverAllArgs extends WithInput(HandOverAllInput) {}
@ArgsType()
class EndDeputyArgs extends WithInput(inputs.EndDeputyInput) {}

@Resolver(() => Household)
export class LeadResolver {
  constructor(private readonly leads: LeadService) {}

  @Act('assignLead')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Make somebody the lead from today; the lead so far stops. Refused: NOT_A_PROFESSIONAL, LEAD_IS_DEPUTY, CHANGED_MEANWHILE.',
  })
  assignLead(@CurrentOperation() operation: Operation, @Args() { key, input }: AssignArgs) {
    return this.leads.assignLead(operation, key, input);
  }

  @Act('assignDeputy')
  @Mutation(() => HouseholdOutcome, {
    description: 'Make somebody the deputy from today. Refused: NOT_A_PROFESSIONAL, LEAD_IS_DEPUTY, CHANGED_MEANWHILE.',
  })
  assignDeputy(@CurrentOperation() operation: Operation, @Args() { key, input }: AssignArgs) {
    return this.leads.assignDeputy(operation, key, input);
  }

  @Act('endDeputy')
  @Mutation(() => HouseholdOutcome, { description: 'The deputy stops today. Refused: DEPUTY_MISSING, CHANGED_MEANWHILE.' })
  endDeputy(@CurrentOperation() operation: Operation, @Args() { key, input }: EndDeputyArgs) {
    return this.leads.endDeputy(operation, key, input);
  }

  @Act('handOverAll')
  @Mutation(() => HandOverOutcome, {
    description:
      'Make somebody the lead of all households that one lead has, closed ones too, in one step; deputies stay. Your own households; a coordinator those of the own team. Refused: LEADS_ALREADY, NOT_A_PROFESSIONAL, NOTHING_TO_HAND_OVER, LEAD_IS_DEPUTY (about = the households where the new lead deputises).',
  })
  handOverAll(@CurrentOperation() operation: Operation, @Args() { key, input }: HandOverAllArgs) {
    return this.leads.handOverAll(operation, key, input);
  }
}
