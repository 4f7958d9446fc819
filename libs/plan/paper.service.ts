import { Inject, Injectable } from '@nestjs/common';
import { DataClass, type Operation, type Relation } from '@doorbraak/access';
import { DirectoryReference } from '@doorbraak/directory';
import { HouseholdReference } from '@doorbraak/household';
import type { Id, Words } from '@doorbraak/kernel';
import { rowsOf, loadAggregate } from '@doorbraak/platform';
import { CUTS, decisionPaper } from './decision-paper.rules';
import { asSettled, provisionalPayers } from './dispute.rules';
import type { Language, Paper } from './paper.blocks';
import type { Drawn, TYPES } from './paper.draw';
import type { ArticleLine, DecisionPaperFacts, LivesAs, PlanPaperFacts, Special } from './paper.facts';
import { householdPaper, MOST_PAGES, SHORTENINGS } from './paper.rules';
import { isTellingAgency, isTellingService } from './paper.special.rules';
import { payerRows } from './payer.rules';
import type { LegalGround } from './plan.entity';
import { type PlanBook, PlanBooks } from './plan.load';
import { PlanReference } from './plan.reference';
import { positionState } from './position.rules';

/** `ours`: made here, and not by somebody else. */
export type PaperFile = { bytes: Buffer; type: string; name: string; ours: true };

const data = (dataClass: DataClass) => ({ class: dataClass, domain: 'NONE' });
const whole = (dataClass: DataClass) => ({ class: dataClass, narrow: [] as Relation[] });
const DECISION_PAGES = 2;

type SpecialRow = { subject: Id; special: boolean; persons: Id[]; roles: LivesAs[] };
const SPECIALS = {
  rows: rowsOf<SpecialRow>(
    `select subject, special, person_ids as persons, roles from gate.special_in_plan((select p.household_id from plan p where p.id = $1), $1)`,
  ),
};

/**
 * Papers of a plan. Whoever reads the whole plan may print it; what a copy shows of one person is the same whoever prints it, unless it is
 * that person's own.
 */
@Injectable()
export class PlanPaperService {
  constructor(
    @Inject(PlanBooks) private readonly books: PlanBooks,
    @Inject(HouseholdReference) private readonly household: HouseholdReference,
    @Inject(DirectoryReference) private readonly directory: DirectoryReference,
    @Inject(PlanReference) private readonly reference: PlanReference,
  ) {}

  /** `person`: the copy of that one person, for themselves and for who holds the household. Null = not there, or not for this actor. */
  async householdPlan(
    operation: Operation,
    plan: Id,
    { language, size, person }: { language: Language; size: 'normal' | 'large'; person: Id | null },
  ): Promise<PaperFile | null> {
    const book = await this.read(operation, plan);
    if (!book || (person !== null && !this.mayHaveCopyOf(operation, book, person))) return this.miss(operation);
    this.served(operation, book, person === null ? [DataClass.K7] : [DataClass.K5, DataClass.K7]);
    const facts = await this.facts(operation, book);
    const shorter = (shortening: (typeof SHORTENINGS)[number]) => householdPaper(facts, { language, copy: person, shortening });
    const { bytes } = await fitted(
      SHORTENINGS.map((one) => () => shorter(one)),
      size,
      MOST_PAGES[size],
    );
    return { bytes, type: 'application/pdf', ours: true, name: fileName(language === 'nl' ? 'plan' : 'plan-en', book) };
  }

  /** `full`: with special content, for who may read it of the whole household. */
  async decision(
    operation: Operation,
    plan: Id,
    { language, full }: { language: Language; full: boolean },
  ): Promise<PaperFile | null> {
    const book = await this.read(operation, plan);
    if (!book || (full && !this.mayRead(operation, book, DataClass.K5))) return this.miss(operation);
    this.served(operation, book, full ? [DataClass.K5, DataClass.K7] : [DataClass.K7]);
    const facts = this.decisionFacts(book, await this.facts(operation, book), operation.actor.today);
    const { bytes } = await fitted(
      CUTS.map((cut) => () => decisionPaper(facts, { language, full, cut })),
      'dense',
      DECISION_PAGES,
    );
    return { bytes, type: 'application/pdf', ours: true, name: fileName(language === 'nl' ? 'besluit' : 'decision', book) };
  }

  /** Only who reads the whole plan: an agency reads its own measures of it, and prints nothing. */
  private async read(operation: Operation, plan: Id): Promise<PlanBook | null> {
    const book = await this.books.load(operation, await operation.read(), plan);
    return book && this.mayRead(operation, book, DataClass.K7) ? book : null;
  }

  private mayRead(operation: Operation, book: PlanBook, dataClass: DataClass): boolean {
    return operation.mayServe(operation.scopeOf(book.plan), whole(dataClass), data(dataClass));
  }

  private served(operation: Operation, book: PlanBook, classes: readonly DataClass[]): void {
    for (const one of classes) operation.served(operation.scopeOf(book.plan), data(one));
  }

  /** That person; or who reads special content of the household and knows its people, which is who holds it. */
  private mayHaveCopyOf(operation: Operation, book: PlanBook, person: Id): boolean {
    if (operation.actor.person === person) return true;
    return book.household.members.some(({ personId }) => personId === person) && this.mayRead(operation, book, DataClass.K5);
  }

  private miss(operation: Operation): null {
    operation.miss();
    return null;
  }

  private async facts(operation: Operation, book: PlanBook): Promise<PlanPaperFacts> {
    const { rows } = await loadAggregate(await operation.read(), SPECIALS, [book.plan.id]);
    const specials = new Map(rows.map((row) => [row.subject, row]));
    const { plan, household, goals, measures, commitments, grounds } = book;
    const agencies = new Map(household.involvements.map((one) => [one.id, one]));
    const telling = (involvement: Id | null) => {
      const type = involvement && agencies.get(involvement)?.agencyType;
      return !!type && isTellingAgency(type, this.directory.agencyType(type)?.secrecyRegime);
    };
    const special = (subject: Id, tells: boolean): Special | null => {
      const row = specials.get(subject);
      // What nobody says is ordinary is not taken for it.
      return row && !row.special && !tells ? null : { persons: row?.persons ?? [], roles: row?.roles ?? [] };
    };
    const service = (key: string) => this.household.service(key);
    return {
      ...{ number: plan.number, today: operation.actor.today, decidedOn: plan.decidedOn, stoppedOn: plan.stoppedOn },
      alone: specials.get(household.id)?.persons[0] ?? null,
      ownWords: household.ownWords,
      goals: goals.map(({ words, firstStep }) => ({ words, firstStep })),
      lead: labelOf(household.lead),
      deputy: labelOf(household.deputy),
      contacts:
        household.contactsPerMonth.findLast(
          ({ month }) => month.slice(0, 7) < (plan.decidedOn ?? operation.actor.today).slice(0, 7),
        ) ?? null,
      measures: measures.map((one) => ({
        id: one.id,
        name: service(one.service)?.name ?? { nl: one.service, en: one.service },
        result: one.result,
        agency: agencies.get(one.involvementId)?.agencyName ?? '',
        by: one.dueOn,
        special: special(one.id, telling(one.involvementId) || isTellingService(one.service, service(one.service)?.group)),
      })),
      promises: commitments
        .filter(({ brokenOn }) => brokenOn === null)
        .map((one) => ({
          id: one.id,
          who: one.involvementId
            ? (agencies.get(one.involvementId)?.agencyName ?? '')
            : (professionalOf(book, one.professionalId) ?? 'Wijkteam'),
          own: one.personId !== null,
          what: one.what,
          by: one.newDueOn ?? one.dueOn,
          kept: one.keptOn !== null,
          special: one.involvementId ? special(one.involvementId, telling(one.involvementId)) : null,
        })),
      articles: grounds.map((ground) => articleOf(book, ground)),
    };
  }

  private decisionFacts(book: PlanBook, facts: PlanPaperFacts, today: string): DecisionPaperFacts {
    const {
      plan,
      household,
      mandates,
      measures,
      shares,
      grounds,
      struckOut,
      contradictions,
      positions,
      values,
      perspectives,
      agreements,
    } = book;
    const mandate = mandates.find(({ id }) => id === plan.mandateId);
    const agencies = new Map(household.involvements.map(({ id, agencyName }) => [id, agencyName]));
    const payer = (key: string): Words => this.directory.payer(key)?.name ?? { nl: key, en: key };
    const lawName = (key: string) => book.laws.law(key)?.shortTitle ?? key;
    const counted = agreements.filter(({ counts }) => counts);
    return {
      ...facts,
      decision:
        plan.decidedOn === null
          ? null
          : {
              text: plan.decisionText ?? '',
              kinds: mandate?.kinds.map((kind) => this.reference.deviationKind(kind)) ?? [],
              maxCents: mandate?.maxCents ?? null,
              costsMoreSigned: plan.negativeReturnSigned,
            },
      noExtraMoney: measures.filter(({ noExtraMoney }) => noExtraMoney).map(({ id }) => id),
      deviations: measures
        .filter(({ deviates }) => deviates)
        .map(({ id, deviationKind }) => ({
          measure: id,
          kind: deviationKind === null ? null : this.reference.deviationKind(deviationKind),
        })),
      shares: shares.map((share) => ({
        measure: share.measureId,
        payer: payer(share.payer),
        percent: share.percent,
        cents: share.cents,
      })),
      grounds: grounds.map((ground) => ({
        ...articleOf(book, ground),
        ...{ id: ground.id, argument: ground.argument, answers: ground.answers, readOtherwise: ground.overrideReason },
        force: book.laws.inForce(ground.provision, plan.planOn, ground.knownOn),
      })),
      struckOut: struckOut.map(({ measureId, law, line }) => ({ measure: measureId, law: lawName(law), line })),
      contradictions: contradictions.map(({ measureId, a, b, type, reasoning, resolvedVia }) => ({
        ...{ measure: measureId, a, b, type, reasoning },
        via: resolvedVia,
      })),
      positions: positions.map((one) => ({
        agency: agencies.get(one.involvementId) ?? '',
        measures: one.measureIds,
        state: positionState(one, plan.decidedOn ?? today),
        ...{ answer: one.answer, reason: one.reason, condition: one.condition, accepted: one.conditionAcceptedOn !== null },
        ...{ reply: one.objectionAnswer, wentOn: one.proceedReason },
        ladder: one.escalations.map(({ rung, onDay, outcome }) => ({ rung, on: onDay, outcome })),
      })),
      values: values.map(({ value, verdict, argument }) => ({ value, verdict, argument })),
      perspectives: perspectives.map(({ kind, verdict, argument }) => ({ kind, verdict, argument })),
      agreement: {
        agreed: counted.filter(({ state }) => state === 'AGREED').length,
        passedOver: counted.filter(({ state }) => state === 'DISAGREED').map(({ proceedReason }) => proceedReason),
      },
      money: this.moneyOf(book, payer),
    };
  }

  private moneyOf(book: PlanBook, payer: (key: string) => Words): DecisionPaperFacts['money'] {
    const now = book.facts().scenarios.find(({ kind }) => kind === 'AS_NOW');
    const proposed = book.proposed();
    if (!now || !proposed) return null;
    const shares = asSettled(book.shares, book.disputes);
    return {
      months: now.horizonMonths,
      payers: payerRows(now, proposed, { measures: book.measures, shares }, provisionalPayers(book.disputes)).map((row) => ({
        ...{ payer: payer(row.payer), now: row.asNowCents, then: row.breakthroughCents, role: row.role },
      })),
      unpriced: now.unpriced.length + proposed.unpriced.length,
    };
  }
}

/** The first of these papers that fits, its tables undivided where they can be, or the shortest. */
export async function fitted(papers: readonly (() => Paper)[], type: keyof typeof TYPES, most: number): Promise<Drawn> {
  // what draws is large: it is loaded with the first paper, and so the api is there sooner
  const { drawPaper, TYPES } = await import('./paper.draw');
  let drawn: Drawn | undefined;
  for (const paper of papers)
    for (const together of [true, false])
      if ((drawn = await drawPaper(paper(), TYPES[type], { together })).bodyPages <= most) return drawn;
  return drawn!;
}

const fileName = (what: string, { plan }: PlanBook) => `${what}-${plan.number}-${plan.decidedOn ?? 'concept'}.pdf`;
const labelOf = (one: { personLabel: string | null } | null): string | null => one?.personLabel ?? null;
const professionalOf = ({ household }: PlanBook, person: Id | null) =>
  household.assignments.find(({ personId }) => personId === person)?.personLabel ?? null;

function articleOf({ laws }: PlanBook, { measureId, provision, validOn, knownOn, role }: LegalGround): ArticleLine {
  const known = laws.provision(provision, knownOn);
  const parts = known
    ? [known.article, ...(known.lid ? [`lid\u00a0${known.lid}`] : []), ...(known.item ? [known.item] : [])]
    : [provision];
  return {
    measure: measureId,
    law: laws.lawOf(provision)?.shortTitle ?? provision,
    article: parts.join(' '),
    role,
    summary: laws.versionOn(provision, validOn, knownOn)?.summary ?? { nl: '', en: '' },
  };
}
