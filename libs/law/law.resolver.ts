import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, type Operation, PageArgs } from '@doorbraak/access';
import { Allow } from 'class-validator';
import type { LocalDate } from '@doorbraak/kernel';
import { LocalDateScalar } from '@doorbraak/platform';
import type { ConflictPattern, Law, Provision, ProvisionRole } from './catalogue.rules';
import { LawCatalogue } from './law.catalogue';
import * as rules from './law.rules';
import {
  ConflictPatternType,
  InForceEnum,
  KnownProvision,
  LawType,
  ProvisionConnection,
  ProvisionRoleEnum,
  ProvisionType,
  RoomKindType,
  TextOnDay,
} from './law.types';

const DAY = {
  type: () => LocalDateScalar,
  nullable: true,
  description: 'The day asked about; left out = today on the clock of the tenant.',
};

/** GraphQL has checked the types; `Allow` keeps the pipe of the api from stripping what needs no further check. */
@ArgsType()
class InForceArgs extends PageArgs {
  @Allow()
  @Field(() => LocalDateScalar, { description: 'The day asked about.' })
  on: LocalDate;

  @Allow()
  @Field(() => ID, { nullable: true, description: 'Only provisions of this law.' })
  law?: string;

  @Allow()
  @Field(() => ProvisionRoleEnum, { nullable: true, description: 'Only provisions with this role on that day.' })
  role?: ProvisionRole;

  @Allow()
  @Field({ defaultValue: false, description: 'Also what may be cited with a warning: TEXT_OLDER and NOT_ESTABLISHED.' })
  unproven: boolean;
}

/** Invented law is for demo tenants only. */
const examples = ({ actor }: Operation) => ({ examples: actor.isDemo });

@Resolver(() => LawType)
export class LawResolver {
  constructor(@Inject(LawCatalogue) private readonly catalogue: LawCatalogue) {}

  @Act('readReference')
  @Query(() => [LawType], { description: 'All laws, in the order in which screens show them.' })
  laws(@CurrentOperation() operation: Operation): Law[] {
    return this.catalogue.laws(examples(operation));
  }

  @Act('readReference')
  @Query(() => LawType, { nullable: true, description: 'One law; null when it is not in the catalogue.' })
  law(
    @CurrentOperation() operation: Operation,
    @Args('key', { type: () => ID, description: 'Key of the law.' }) key: string,
  ): Law | undefined {
    return this.catalogue.laws(examples(operation)).find((law) => law.key === key);
  }

  @Act('readReference')
  @Query(() => [RoomKindType], { description: 'The kinds of room that laws give.' })
  roomKinds() {
    return this.catalogue.roomKinds;
  }

  @Data(DataClass.K0)
  @ResolveField(() => [ProvisionType], { description: 'Its provisions as they are known now, in order of key.' })
  provisions(@Parent() law: Law): Provision[] {
    return this.catalogue.provisionsOf(law.key);
  }
}

@Resolver(() => ProvisionType)
export class ProvisionResolver {
  constructor(@Inject(LawCatalogue) private readonly catalogue: LawCatalogue) {}

  @Act('readReference')
  @Query(() => ProvisionType, { nullable: true, description: 'One provision; null when it is not in the catalogue.' })
  provision(
    @CurrentOperation() operation: Operation,
    @Args('key', { type: () => ID, description: 'Key of the provision.' }) key: string,
    @Args('knownOn', { ...DAY, description: 'As the product knew it on this day; left out = as it knows it now.' })
    knownOn?: LocalDate,
  ): Provision | undefined {
    return this.catalogue.isShown(key, examples(operation)) ? this.catalogue.provision(key, knownOn) : undefined;
  }

  @Act('readReference')
  @Query(() => ProvisionConnection, { description: 'The provisions that were in force on a day, in order of key.' })
  provisionsInForce(
    @CurrentOperation() operation: Operation,
    @Args() { on, law, role, unproven, first, after }: InForceArgs,
  ): ProvisionConnection {
    return pageOf(this.catalogue.provisionsInForce(on, { law, role, unproven, ...examples(operation) }), first, after);
  }

  @Data(DataClass.K0)
  @ResolveField(() => LawType, { description: 'The law that it belongs to.' })
  law(@Parent() provision: Provision): Law | undefined {
    return this.catalogue.law(provision.law);
  }

  @Data(DataClass.K0)
  @ResolveField(() => RoomKindType, { description: 'The kind of room it gives or closes.' })
  roomKind(@Parent() provision: Provision) {
    return this.catalogue.roomKinds.find(({ key }) => key === provision.roomKind);
  }

  @Data(DataClass.K0)
  @ResolveField(() => InForceEnum, { description: 'Whether it was in force on a day, by the days and texts of this row.' })
  inForce(
    @CurrentOperation() operation: Operation,
    @Parent() provision: Provision,
    @Args('on', DAY) on?: LocalDate,
  ): rules.InForce {
    return rules.inForce(provision, this.catalogue.law(provision.law)!, on ?? operation.actor.today);
  }

  @Data(DataClass.K0)
  @ResolveField(() => TextOnDay, { description: 'What it said on a day.' })
  text(@CurrentOperation() operation: Operation, @Parent() provision: Provision, @Args('on', DAY) on?: LocalDate): TextOnDay {
    return rules.versionOn(provision, on ?? operation.actor.today);
  }

  @Data(DataClass.K0)
  @ResolveField(() => [KnownProvision], { description: 'Everything the product ever knew of it, oldest first.' })
  history(@Parent() provision: Provision) {
    return this.catalogue.history(provision.key);
  }
}

@Resolver(() => ConflictPatternType)
export class ConflictPatternResolver {
  constructor(@Inject(LawCatalogue) private readonly catalogue: LawCatalogue) {}

  @Act('readReference')
  @Query(() => [ConflictPatternType], { description: 'All known ways in which laws contradict each other.' })
  conflictPatterns() {
    return this.catalogue.patterns;
  }

  @Data(DataClass.K0)
  @ResolveField(() => [ProvisionType], { description: 'Provisions on one side.' })
  sideA(@CurrentOperation() operation: Operation, @Parent() pattern: ConflictPattern): Provision[] {
    return this.shown(pattern.sideA, operation);
  }

  @Data(DataClass.K0)
  @ResolveField(() => [ProvisionType], { description: 'Provisions on the other side.' })
  sideB(@CurrentOperation() operation: Operation, @Parent() pattern: ConflictPattern): Provision[] {
    return this.shown(pattern.sideB, operation);
  }

  @Data(DataClass.K0)
  @ResolveField(() => [ProvisionType], { description: 'Provisions through which it is usually resolved.' })
  roomVia(@CurrentOperation() operation: Operation, @Parent() pattern: ConflictPattern): Provision[] {
    return this.shown(pattern.roomVia, operation);
  }

  private shown(keys: string[], operation: Operation): Provision[] {
    return keys
      .filter((key) => this.catalogue.isShown(key, examples(operation)))
      .flatMap((key) => this.catalogue.provision(key) ?? []);
  }
}

function pageOf(provisions: Provision[], first: number, after?: string | null): ProvisionConnection {
  const rest = after ? provisions.filter(({ key }) => key > after) : provisions;
  const nodes = rest.slice(0, first);
  return { nodes, pageInfo: { endCursor: nodes.at(-1)?.key ?? null, hasNextPage: rest.length > first } };
}
