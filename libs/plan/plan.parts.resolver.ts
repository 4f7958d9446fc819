import { Inject } from '@nestjs/common';
import { ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOperation, Data, DataClass, type Operation, WordsShape } from '@doorbraak/access';
import { CostLine, CostTotalsType, totalsOf, UnpricedItem } from '@doorbraak/cost';
import { InForceEnum, ProvisionRoleEnum } from '@doorbraak/law';
import { LocalDateScalar, PlatformReference } from '@doorbraak/platform';
import { AgencyPosition, Contradiction, FundingShare, LawStruckOut, LegalGround, Measure, Scenario } from './plan.entity';
import { PlanBooks } from './plan.load';
import { LawTouched, originOf, PositionStateEnum } from './plan.types';
import { positionState, workingDaysLeft } from './position.rules';
import { touchedLaws } from './touched.rules';

@Resolver(() => Measure)
export class MeasureResolver {
  constructor(private readonly books: PlanBooks) {}

  @Data(DataClass.K7)
  @ResolveField(() => [LegalGround], { description: 'The grounds it stands on.' })
  async grounds(@CurrentOperation() operation: Operation, @Parent() measure: Measure) {
    return (await this.books.of(operation, measure)).grounds.filter(ofMeasure(measure));
  }

  @Data(DataClass.K7)
  @ResolveField(() => [Contradiction], { description: 'Contradictions among its grounds.' })
  async contradictions(@CurrentOperation() operation: Operation, @Parent() measure: Measure) {
    return (await this.books.of(operation, measure)).contradictions.filter(ofMeasure(measure));
  }

  @Data(DataClass.K5)
  @ResolveField(() => [LawTouched], {
    nullable: true,
    description: 'The laws that it touches, and through what; null for who may not read the problems and waits of the household.',
  })
  async lawsTouched(@CurrentOperation() operation: Operation, @Parent() measure: Measure): Promise<LawTouched[]> {
    const book = await this.books.of(operation, measure);
    return touchedLaws(measure, book.facts(), book.laws).map((law) => ({ ...law, origins: law.origins.map(originOf) }));
  }

  @Data(DataClass.K7)
  @ResolveField(() => [LawStruckOut], { description: 'Laws that were struck out, with the line that says why.' })
  async struckOut(@CurrentOperation() operation: Operation, @Parent() measure: Measure) {
    return (await this.books.of(operation, measure)).struckOut.filter(ofMeasure(measure));
  }

  @Data(DataClass.K7)
  @ResolveField(() => [FundingShare], { description: 'Who pays which part.' })
  async shares(@CurrentOperation() operation: Operation, @Parent() measure: Measure) {
    return (await this.books.of(operation, measure)).shares.filter(ofMeasure(measure));
  }

  @Data(DataClass.K7)
  @ResolveField(() => [AgencyPosition], { description: 'What its agency says of it.' })
  async positions(@CurrentOperation() operation: Operation, @Parent() measure: Measure) {
    return (await this.books.of(operation, measure)).positions.filter(({ measureIds }) => measureIds.includes(measure.id));
  }
}

const ofMeasure =
  ({ id }: Measure) =>
  ({ measureId }: { measureId: string }) =>
    measureId === id;

@Resolver(() => Scenario)
export class ScenarioResolver {
  constructor(private readonly books: PlanBooks) {}

  @Data(DataClass.K7)
  @ResolveField(() => [CostLine], { description: 'What has a price.' })
  async costLines(@CurrentOperation() operation: Operation, @Parent() scenario: Scenario) {
    return (await this.books.of(operation, scenario)).costs.linesOf(scenario.id);
  }

  @Data(DataClass.K7)
  @ResolveField(() => [UnpricedItem], { description: 'What has no price: listed, never added as zero.' })
  async unpriced(@CurrentOperation() operation: Operation, @Parent() scenario: Scenario) {
    return (await this.books.of(operation, scenario)).costs.unpricedOf(scenario.id);
  }

  @Data(DataClass.K7)
  @ResolveField(() => CostTotalsType, { description: 'What it comes to, per payer, to the cent.' })
  async totals(@CurrentOperation() operation: Operation, @Parent() scenario: Scenario): Promise<CostTotalsType> {
    const { costs } = await this.books.of(operation, scenario);
    const { id, horizonMonths } = scenario;
    const { total, byPayer, unpriced } = totalsOf({ horizonMonths, lines: costs.linesOf(id), unpriced: costs.unpricedOf(id) });
    return { totalCents: total, byPayer, unpricedCount: unpriced.length };
  }
}

/** What a ground cites is shown as it was valid and known on its own two days; a later catalogue does not change it. */
@Resolver(() => LegalGround)
export class GroundCitationResolver {
  constructor(private readonly books: PlanBooks) {}

  @Data(DataClass.K7)
  @ResolveField(() => ID, { nullable: true, description: 'Key of the law; null = no longer in the catalogue.' })
  async law(@CurrentOperation() operation: Operation, @Parent() ground: LegalGround) {
    return (await this.laws(operation, ground)).lawOf(ground.provision)?.key;
  }

  @Data(DataClass.K7)
  @ResolveField(() => String, {
    nullable: true,
    description: 'Citation title of the law, also of a rule of the municipality itself.',
  })
  async lawTitle(@CurrentOperation() operation: Operation, @Parent() ground: LegalGround) {
    const laws = await this.laws(operation, ground);
    return laws.law(laws.lawOf(ground.provision)?.key ?? '', ground.knownOn)?.title;
  }

  @Data(DataClass.K7)
  @ResolveField(() => String, { nullable: true, description: 'Number of the article.' })
  async article(@CurrentOperation() operation: Operation, @Parent() ground: LegalGround) {
    return (await this.laws(operation, ground)).provision(ground.provision, ground.knownOn)?.article;
  }

  @Data(DataClass.K7)
  @ResolveField(() => String, { nullable: true, description: 'Paragraph; null = none.' })
  async lid(@CurrentOperation() operation: Operation, @Parent() ground: LegalGround) {
    return (await this.laws(operation, ground)).provision(ground.provision, ground.knownOn)?.lid;
  }

  @Data(DataClass.K7)
  @ResolveField(() => WordsShape, { nullable: true, description: 'Its tenor on that day, in own words.' })
  async summary(@CurrentOperation() operation: Operation, @Parent() ground: LegalGround) {
    return (await this.laws(operation, ground)).versionOn(ground.provision, ground.validOn, ground.knownOn)?.summary;
  }

  @Data(DataClass.K7)
  @ResolveField(() => ProvisionRoleEnum, {
    nullable: true,
    description:
      'The role that the catalogue gave it on that day. Without an override reason a plan in which `role` differs is not decided (ROLE_DIFFERS).',
  })
  async catalogueRole(@CurrentOperation() operation: Operation, @Parent() ground: LegalGround) {
    return (await this.laws(operation, ground)).versionOn(ground.provision, ground.validOn, ground.knownOn)?.role;
  }

  @Data(DataClass.K7)
  @ResolveField(() => InForceEnum, { description: 'Was it in force on that day, and how sure is that?' })
  async inForce(@CurrentOperation() operation: Operation, @Parent() ground: LegalGround) {
    return (await this.laws(operation, ground)).inForce(ground.provision, ground.validOn, ground.knownOn);
  }

  @Data(DataClass.K7)
  @ResolveField(() => LocalDateScalar, {
    nullable: true,
    description: 'Since when it holds, by what was known that day; null = not known.',
  })
  async validFrom(@CurrentOperation() operation: Operation, @Parent() ground: LegalGround) {
    return (await this.laws(operation, ground)).period(ground.provision, ground.knownOn).from;
  }

  @Data(DataClass.K7)
  @ResolveField(() => LocalDateScalar, {
    nullable: true,
    description: 'Until when it or its law holds, by what was known that day; null = no end was known.',
  })
  async validTo(@CurrentOperation() operation: Operation, @Parent() ground: LegalGround) {
    return (await this.laws(operation, ground)).period(ground.provision, ground.knownOn).to;
  }

  @Data(DataClass.K7)
  @ResolveField(() => InForceEnum, {
    description:
      'Is it in force today, by what is known today? A decided plan stays as it was decided; this marks what changed since.',
  })
  async inForceToday(@CurrentOperation() operation: Operation, @Parent() ground: LegalGround) {
    return (await this.laws(operation, ground)).inForce(ground.provision, operation.actor.today);
  }

  private async laws(operation: Operation, ground: LegalGround) {
    return (await this.books.of(operation, ground)).laws;
  }
}

@Resolver(() => AgencyPosition)
export class PositionStateResolver {
  constructor(@Inject(PlatformReference) private readonly platform: PlatformReference) {}

  @Data(DataClass.K7)
  @ResolveField(() => PositionStateEnum, { description: 'How it stands today, derived from its days.' })
  state(@CurrentOperation() operation: Operation, @Parent() position: AgencyPosition) {
    return positionState(position, operation.actor.today);
  }

  @Data(DataClass.K7)
  @ResolveField(() => Int, {
    nullable: true,
    description:
      'Working days that are left to answer in, today not counted: 0 = today is the last one. Null = no clock runs, or it leaves the years of which the holidays are known.',
  })
  workingDaysLeft(@CurrentOperation() operation: Operation, @Parent() position: AgencyPosition) {
    return workingDaysLeft(position, operation.actor.today, this.platform.holidays);
  }
}
