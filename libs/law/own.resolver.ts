import { Args, ArgsType, createUnionType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, DataClass, type Operation, Refused, RowClass, WithInput } from '@doorbraak/access';
import { OwnLaw } from './own.entity';
import * as inputs from './own.inputs';
import { OwnLawService } from './own.service';

@ArgsType()
class AddOwnLawArgs extends WithInput(inputs.AddOwnLawInput) {}
@ArgsType()
class EndOwnLawArgs extends WithInput(inputs.EndOwnLawInput) {}
@ArgsType()
class AddOwnProvisionArgs extends WithInput(inputs.AddOwnProvisionInput) {}
@ArgsType()
class CorrectOwnProvisionArgs extends WithInput(inputs.CorrectOwnProvisionInput) {}

@RowClass(DataClass.K0)
@ObjectType({ description: 'An act on the own rules was not done. All reasons come at once.' })
export class OwnLawRefused extends Refused {}

export const OwnLawOutcome = createUnionType({
  name: 'OwnLawOutcome',
  description: 'What came of an act on the own rules: the rule as it is now, or why not.',
  types: () => [OwnLaw, OwnLawRefused] as const,
  resolveType: (value: object) => (value instanceof Refused ? OwnLawRefused : OwnLaw),
});

@Resolver()
export class OwnLawResolver {
  constructor(private readonly own: OwnLawService) {}

  @Act('readReference')
  @Query(() => [OwnLaw], {
    description: 'By-laws and policy rules of my municipality and of agencies there, as they are known now, in order of key.',
  })
  ownLaws(@CurrentOperation() operation: Operation) {
    return this.own.ownLaws(operation);
  }

  @Act('addOwnLaw')
  @Mutation(() => OwnLawOutcome, {
    description:
      'Add a rule of the municipality or of an agency here. Refused: LAW_EXISTS, AGENCY_UNKNOWN, RANGE_INVERTED, LIST_FULL.',
  })
  addOwnLaw(@CurrentOperation() operation: Operation, @Args() { key, input }: AddOwnLawArgs) {
    return this.own.addOwnLaw(operation, key, input);
  }

  @Act('endOwnLaw')
  @Mutation(() => OwnLawOutcome, {
    description:
      'Say when an own rule ends, or correct that. What was cited before keeps what was known then. Refused: LAW_UNKNOWN, RANGE_INVERTED, CHANGED_MEANWHILE.',
  })
  endOwnLaw(@CurrentOperation() operation: Operation, @Args() { key, input }: EndOwnLawArgs) {
    return this.own.endOwnLaw(operation, key, input);
  }

  @Act('addOwnProvision')
  @Mutation(() => OwnLawOutcome, {
    description:
      'Add a provision to an own rule. Refused: LAW_UNKNOWN, PROVISION_EXISTS, OWN_RULE_GIVES_NO_ROOM, RANGE_INVERTED, BEFORE_ITS_LAW, LIST_FULL.',
  })
  addOwnProvision(@CurrentOperation() operation: Operation, @Args() { key, input }: AddOwnProvisionArgs) {
    return this.own.addOwnProvision(operation, key, input);
  }

  @Act('correctOwnProvision')
  @Mutation(() => OwnLawOutcome, {
    description:
      'Write the text of a provision anew. It counts from the next day on (a second change on one day from the day after that); what was cited until then keeps its text. Refused: PROVISION_UNKNOWN, OWN_RULE_GIVES_NO_ROOM, RANGE_INVERTED, BEFORE_ITS_LAW, CHANGED_MEANWHILE, LIST_FULL.',
  })
  correctOwnProvision(@CurrentOperation() operation: Operation, @Args() { key, input }: CorrectOwnProvisionArgs) {
    return this.own.correctOwnProvision(operation, key, input);
  }
}
