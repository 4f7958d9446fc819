import { Args, ArgsType, createUnionType, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import {
  Act,
  type ActName,
  CurrentOperation,
  Data,
  DataClass,
  describeEnum,
  KeyArgs,
  Refused,
  RowClass,
  WithInput,
  type Operation,
} from '@doorbraak/access';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { LocalDateScalar } from '@doorbraak/platform';
import { AccountRow, Agency, Fixteam, Mandate, Me, Professional } from './directory.entity';
import { AccountArgs, AgencyInput, FixteamArgs, InviteInput, MandateInput } from './directory.inputs';
import { DirectoryService } from './directory.service';

@ArgsType()
class InviteArgs extends WithInput(InviteInput) {}
@ArgsType()
class MandateArgs extends WithInput(MandateInput) {}
@ArgsType()
class AgencyArgs extends WithInput(AgencyInput) {}

@RowClass(DataClass.K0)
@ObjectType({ description: 'An act on the directory was not done. All reasons come at once.' })
export class DirectoryRefused extends Refused {}

@RowClass(DataClass.K0)
@ObjectType({ description: 'An act on the directory was done.' })
export class DirectoryDone {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Id of what was made or changed.' })
  subject: Id;

  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, { description: 'Today on the clock of the tenant, after the act.' })
  today: LocalDate;
}

export const DirectoryOutcome = createUnionType({
  name: 'DirectoryOutcome',
  description: 'What came of an act on the directory.',
  types: () => [DirectoryDone, DirectoryRefused] as const,
  resolveType: (value: object) => (value instanceof Refused ? DirectoryRefused : DirectoryDone),
});

type ProfessionalTask = 'HOLD' | 'ASSESS' | 'DECIDE';
export const ProfessionalTaskEnum = describeEnum<ProfessionalTask>('ProfessionalTask', 'What a professional is looked for.', {
  HOLD: 'To lead a household or deputise.',
  ASSESS: 'To judge a plan from one perspective.',
  DECIDE: 'To decide a plan; who holds a mandate stands in `mandates`.',
});
/** The act by which each task is done, so that the policy file alone says which roles it takes. */
const TASKS: Record<ProfessionalTask, ActName> = { HOLD: 'startPlan', ASSESS: 'assessPerspective', DECIDE: 'decidePlan' };

@Resolver()
export class DirectoryResolver {
  constructor(private readonly directory: DirectoryService) {}

  @Act('readMe')
  @Query(() => Me, { description: 'Who am I here, and what day is it?' })
  me(@CurrentOperation() operation: Operation) {
    return this.directory.me(operation);
  }

  @Act('readDirectory')
  @Query(() => [Professional], {
    description: 'The professionals of my tenant, by name. With `suitedTo` those in a role that can do that.',
  })
  professionals(
    @CurrentOperation() operation: Operation,
    @Args('suitedTo', {
      type: () => ProfessionalTaskEnum,
      nullable: true,
      description: 'Only who is in a role for this task, and works for the municipality.',
    })
    suitedTo?: ProfessionalTask | null,
  ) {
    return this.directory.professionals(operation, suitedTo ? TASKS[suitedTo] : null);
  }

  @Act('readDirectory')
  @Query(() => [Agency], { description: 'The agencies that work in my tenant.' })
  agencies(@CurrentOperation() operation: Operation) {
    return this.directory.agencies(operation);
  }

  @Act('readDirectory')
  @Query(() => [Fixteam], { description: 'The fixteams of my tenant.' })
  fixteams(@CurrentOperation() operation: Operation) {
    return this.directory.fixteams(operation);
  }

  @Act('readDirectory')
  @Query(() => [Mandate], { description: 'The mandates of my tenant.' })
  mandates(@CurrentOperation() operation: Operation) {
    return this.directory.mandates(operation);
  }

  @Act('readAccounts')
  @Query(() => [AccountRow], { description: 'The accounts of my tenant.' })
  accounts(@CurrentOperation() operation: Operation) {
    return this.directory.accounts(operation);
  }

  @Act('invite')
  @Mutation(() => DirectoryOutcome, {
    description: 'Invite somebody: an account with roles. Refused: ROLES_CONFLICT, ACCOUNT_EXISTS, REQUIRED, OWN_RIGHTS.',
  })
  invite(@CurrentOperation() operation: Operation, @Args() { key, input }: InviteArgs) {
    return this.directory.invite(operation, key, input);
  }

  @Act('disableAccount')
  @Mutation(() => DirectoryOutcome, {
    description: 'Disable an account; from the next request on it opens nothing. Refused: OWN_RIGHTS, CHANGED_MEANWHILE.',
  })
  disableAccount(@CurrentOperation() operation: Operation, @Args() { key, account, seen }: AccountArgs) {
    return this.directory.disableAccount(operation, key, account, seen);
  }

  @Act('grantMandate')
  @Mutation(() => DirectoryOutcome, {
    description: 'Grant a mandate; never to oneself (OWN_RIGHTS). Refused also: NOT_A_PROFESSIONAL.',
  })
  grantMandate(@CurrentOperation() operation: Operation, @Args() { key, input }: MandateArgs) {
    return this.directory.grantMandate(operation, key, input);
  }

  @Act('addAgency')
  @Mutation(() => DirectoryOutcome, {
    description: 'Add an agency of this municipality. Refused: AGENCY_UNKNOWN when the type is not in the list.',
  })
  addAgency(@CurrentOperation() operation: Operation, @Args() { key, input }: AgencyArgs) {
    return this.directory.addAgency(operation, key, input);
  }

  @Act('addFixteam')
  @Mutation(() => DirectoryOutcome, { description: 'Add a fixteam.' })
  addFixteam(@CurrentOperation() operation: Operation, @Args() { key, name }: FixteamArgs) {
    return this.directory.addFixteam(operation, key, name);
  }

  @Act('setDemoClock')
  @Mutation(() => DirectoryOutcome, {
    description:
      'Set the clock of a demo tenant, forward or back; null gives it real time again. A real tenant refuses with CLOCK_IS_REAL.',
  })
  setDemoClock(
    @CurrentOperation() operation: Operation,
    @Args() { key }: KeyArgs,
    @Args('today', { type: () => LocalDateScalar, nullable: true, description: 'The day it becomes.' }) today: LocalDate | null,
  ) {
    return this.directory.setDemoClock(operation, key, today);
  }
}
