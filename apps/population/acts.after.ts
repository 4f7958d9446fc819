import type { Id, LocalDate } from '@doorbraak/kernel';
import { completeOn, factFrom, halfYearOf, type PeriodKind, periodOf, pseudonymOf } from '@doorbraak/outcome';
import type { BreakthroughPlan } from '@doorbraak/plan';
import { costLine, type Write } from './acts.household';
import { bookOf } from './book';
import type { Page } from './page';

type Review = {
  plan: Id;
  months: number;
  heldOn: LocalDate;
  scores: { domain: string; score: number }[];
  contactsPerMonth: string;
  closes: boolean;
};
type Cost = { period: Id; unitCost: string; quantity: string; payer: string; oneOff: boolean; note: string };
type Experience = {
  plan: Id;
  person: Id;
  onDay: LocalDate;
  voice: number;
  respect: number;
  treatment: number;
  words: string;
  how: string;
};
type Bottleneck = { plan: Id; provision: string; problem: Id; obstacle: string; kind: string };
type Signal = {
  bottleneck: Id;
  about: string;
  asked: string;
  owner: string;
  occurrencesPerYear: number | null;
  occurrencesNote?: string;
};
type Invitation = { issuer: string; subject: string; roles: string[]; person: Id };
type Came = Parameters<typeof factFrom>[1];

const planOf = (page: Page): BreakthroughPlan => page.rowsOf<BreakthroughPlan>('plan')[0]!;

export const AFTER_ACTS: Record<string, Write> = {
  /** Somebody whose own household it is can sign in from here on. */
  invite(page, key, { issuer, subject, roles, person }: Invitation) {
    const account = { municipalityId: page.desk.municipality, id: key, issuer, subject, personId: person, roles };
    page.add('account', { ...account, invitedBy: page.writer, version: 1 });
    page.accounts.set(subject, person);
  },

  recordReview(page, key, { plan, months, heldOn, scores, contactsPerMonth, closes }: Review) {
    const told = { months, heldOn, closes, reported: closes, byPerson: page.writer, contactsPerMonth, hours: null, words: null };
    page.add('review', { ...page.stamp(key), ...told, planId: plan });
    for (const { domain, score } of scores)
      page.add('review_score', { ...page.stamp(page.idOf(`score ${key} ${domain}`)), reviewId: key, domain, score });
    if (closes) handOver(page, heldOn);
  },

  recordRealised(page, key, { plan, kind, known }: { plan: Id; kind: PeriodKind; known: boolean }) {
    const period = periodOf(kind, planOf(page).decidedOn!);
    page.add('realised_period', { ...page.stamp(key), ...period, kind, known, planId: plan });
  },

  addRealisedCost(page, key, { period, ...line }: Cost) {
    const { toOn } = page.row<{ toOn: LocalDate }>(period);
    costLine(page, key, { ownerKind: 'REALISED', ownerId: period, measureId: null }, line, toOn);
  },

  addRealisedUnpriced(page, key, { period, item, note }: { period: Id; item: string; note: string }) {
    page.add('unpriced_item', { ...page.stamp(key), ownerKind: 'REALISED', ownerId: period, measureId: null, item, note });
  },

  giveExperience(page, key, { plan, person, words, ...said }: Experience) {
    const sealed = page.seal(page.ofPerson(person), 'experience', 'words', key, words);
    page.add('experience', { ...page.stamp(key), ...said, planId: plan, personId: person, words: sealed });
  },

  addBottleneck(page, key, { plan, provision, problem, obstacle, kind }: Bottleneck) {
    const { type } = page.row<{ type: string }>(problem);
    page.add('bottleneck', {
      ...page.stamp(key),
      planId: plan,
      provision,
      problemId: problem,
      problemType: type,
      obstacle,
      kind,
    });
  },

  raiseSignal(page, key, { bottleneck, about, asked, owner, occurrencesPerYear, occurrencesNote }: Signal) {
    const { provision } = page.row<{ provision: string }>(bottleneck);
    page.add('policy_signal', {
      ...{ municipalityId: page.desk.municipality, id: key, ...page.recorded(), about, asked, owner, provision },
      ...{ occurrencesPerYear, occurrencesNote: occurrencesNote ?? null, status: 'SENT', sentOn: page.today },
      ...{
        reportCount: 1,
        reporterIds: [page.writer],
        acknowledgedOn: null,
        answeredOn: null,
        answer: null,
        closedOn: null,
        version: 1,
      },
    });
    page.add('signal_report', { ...page.stamp(key), signalId: key, bottleneckId: bottleneck });
  },

  acknowledgeSignal(page, _key, { signal }: { signal: Id }) {
    page.edit(signal, { status: 'ACKNOWLEDGED', acknowledgedOn: page.today });
  },

  answerSignal(page, _key, { signal, answer }: { signal: Id; answer: string }) {
    page.edit(signal, { status: 'ANSWERED', answeredOn: page.today, answer });
  },
};

/** With the review that closes a year goes what it came to, without who it was. */
function handOver(page: Page, heldOn: LocalDate): void {
  const book = bookOf(page);
  const { plan, costs } = book;
  const scores = page.rowsOf<{ reviewId: Id; domain: string; score: number }>('review_score');
  const came: Came = {
    reviews: page.rowsOf<Came['reviews'][number]>('review').map((review) => ({
      ...review,
      scores: scores.filter(({ reviewId }) => reviewId === review.id) as typeof review.scores,
    })),
    periods: page.rowsOf<Came['periods'][number] & { id: Id }>('realised_period').map((period) => ({
      ...period,
      costLines: costs.linesOf(period.id),
      unpriced: costs.unpricedOf(period.id),
    })),
    bottlenecks: page.rowsOf('bottleneck'),
    commitments: book.commitments,
    experience: meanOf(page.rowsOf('experience')),
  };
  const municipality = page.desk.municipality;
  page.add('report_fact', {
    ...{ municipality_id: municipality, id: page.idOf('fact'), kind: 'FACT', fixteam_id: page.desk.fixteam },
    pseudonym: pseudonymOf(page.known.masterKey, municipality, page.household),
    half_year: halfYearOf(completeOn(plan.decidedOn!, heldOn)),
    content: JSON.stringify(factFrom(book, came, page.today)),
  });
}

type Said = { voice: number; respect: number; treatment: number };

/** As the database tells the mean of what was said: rounded half up to two places. */
function meanOf(said: readonly Said[]): Came['experience'] {
  const mean = (what: keyof Said) => {
    if (said.length === 0) return null;
    const hundreds = Math.floor((said.reduce((sum, one) => sum + one[what], 0) * 200 + said.length) / (2 * said.length));
    return `${Math.floor(hundreds / 100)}.${String(hundreds % 100).padStart(2, '0')}`;
  };
  return { answers: said.length, voice: mean('voice'), respect: mean('respect'), treatment: mean('treatment') };
}
