import type { Id, LocalDate } from '@doorbraak/kernel';
import { ActRefused } from './ask';
import { howOf, type Acting, type Event } from './case.acting';
import type { CaseClaim, CaseCommitment, CaseEvidence, CaseRealised, CaseReview } from './case.file';
import { indicationsOf } from './case.map';

/** What follows a decision: what was promised and done, what it came to, and what others learn of it; each by whom it belongs to. */
export async function playAfter(at: Acting): Promise<void> {
  const { file } = at;
  await at.inOrderOfDays([
    ...measures(at),
    ...indicationsOf(at, (from) => from >= file.plan.decision.on),
    ...(file.debtClaims ?? []).flatMap((claim) => claimActions(at, claim)),
    ...file.commitments.flatMap((one) => commitment(at, one)),
    ...(file.evidence ?? []).flatMap((one) => requests(at, one)),
    ...contacts(at),
    ...experience(at),
    ...realised(at, 'BEFORE', file.realised.before12, file.plan.decision.on),
    ...realised(at, 'AFTER', file.realised.after12, file.reviews.at(-1)!.on),
    ...learned(at),
    ...problems(at),
    ...file.reviews.map((one) => review(at, one)),
  ]);
}

/** A measure begins with the decision and is done on its day, or on the day on which a review finds it done. */
function measures(at: Acting): Event[] {
  const { plan, reviews } = at.file;
  return plan.measures.flatMap(({ key, due, owner }) => {
    const measure = at.id('measure', key);
    const start = {
      day: plan.decision.on,
      do: () => at.write('startMeasure', 'start', key, { measure, onDay: plan.decision.on }),
    };
    const done = reviews.find((one) => one.measures?.[key] === 'DONE');
    if (!done) return [start];
    const stillOpen = reviews.findLast((one) => one.measures?.[key] === 'OPEN')?.on ?? '';
    const day = due > stillOpen && due >= plan.decision.on && due <= done.on ? due : done.on;
    return [start, { day, do: () => at.write('finishMeasure', 'finish', key, { measure, onDay: day }, at.person(owner)) }];
  });
}

const claimActions = (at: Acting, { key, actions }: CaseClaim): Event[] =>
  actions.map(({ type, on: onDay, cents, until, condition, monthlyCents, months, measure }) => {
    const of = { claim: at.id('claim', key), onDay, measure: at.idOf('measure', measure) };
    const [name, what] = {
      CANCEL: ['waiveClaim', { cents: `${cents}` }] as const,
      PAUSE: ['pauseClaim', { untilOn: until, condition: condition?.nl }] as const,
      PLAN: ['planClaim', { monthCents: `${monthlyCents}`, months }] as const,
    }[type];
    return { day: onDay, do: () => at.tell(name, name, `${key} ${onDay}`, { ...of, ...what }) };
  });

/** A promise is made on the day of the decision, and by whoever made it kept, or late with the day that this was told. */
function commitment(at: Acting, of: CaseCommitment): Event[] {
  const { key, what, due, certainty, status, toldOn, newDue, reason, keptOn } = of;
  const { subject, writer, as } = promiser(at, of.by);
  const id = at.id('commitment', key);
  const events: Event[] = [
    {
      day: at.file.plan.decision.on,
      do: async () =>
        at.write('addCommitment', 'commitment', key, { ...(await as()), what: what.nl, dueOn: due, certainty }, writer),
    },
  ];
  if (status === 'LATE' && toldOn)
    events.push({
      day: toldOn,
      do: () =>
        at.write('reportLate', 'late', key, { commitment: id, seen: 1, toldOn, newDueOn: newDue, reason: reason?.nl }, subject),
    });
  const seen = events.length;
  return [
    ...events,
    { day: keptOn, do: () => at.write('keepCommitment', 'kept', key, { commitment: id, seen, keptOn }, subject) },
  ];
}

type Promiser = { subject: { subject: string }; writer: { subject: string }; as: () => Promise<object> };

/** An agency without a measure of its own does not see the plan before it promised something; then the lead writes it down. */
function promiser(at: Acting, by: string): Promiser {
  if (at.file.household.members.some(({ key }) => key === by)) {
    const subject = at.asMember(by);
    return { subject, writer: subject, as: () => Promise.resolve({ person: at.personId(by) }) };
  }
  const subject = at.person(by);
  const agency = at.file.people.find(({ key }) => key === by)?.agency;
  if (agency === undefined) return { subject, writer: subject, as: async () => ({ professional: await at.whoIs(by) }) };
  const seesPlan = at.file.plan.measures.some((one) => one.agency === agency);
  return {
    subject,
    writer: seesPlan ? subject : at.lead,
    as: () => Promise.resolve({ involvement: at.id('involvement', agency) }),
  };
}

/** An agency asks for proof itself; what is on file it is refused, and that leaves nothing but a line in the log. */
const requests = (at: Acting, { about, requests: asked }: CaseEvidence): Event[] =>
  asked.map(({ on, by, kind, purpose }) => ({
    day: on,
    do: () =>
      askForEvidence(at, { by, about, kind, purpose }, at.id('evidence request', `${by} ${kind} ${on}`)).catch(
        (error: unknown) => {
          if (!(error instanceof ActRefused && error.reasons.every(({ code }) => code === 'EVIDENCE_ON_FILE'))) throw error;
        },
      ),
  }));

export function askForEvidence(
  at: Acting,
  { by, about, kind, purpose }: { by: string; about: string; kind: string; purpose: string },
  key: Id,
): Promise<void> {
  const liaison = at.file.people.find(({ agency }) => agency === by)!;
  const input = { household: at.household, involvement: at.id('involvement', by), person: at.personId(about), kind, purpose };
  return at.by(at.person(liaison.key), 'Household', 'requestEvidence', key, input);
}

/** Counts of a month are told at the review of that month; those of a year when it is over. */
function contacts(at: Acting): Event[] {
  const {
    contacts: counted,
    reviews,
    realised: { after12 },
  } = at.file;
  return counted.after.map(({ month, perMonth, year, perYear }) =>
    month
      ? {
          day: reviews.find(({ on }) => on.startsWith(month))?.on ?? `${month}-01`,
          do: () => at.tell('countContacts', 'contacts after', month, { month: `${month}-01`, count: perMonth }),
        }
      : {
          day: reviews.at(-1)!.on,
          do: () => at.tell('countContactsOfYear', 'contacts after', `${year}`, { fromOn: after12.from, count: perYear }),
        },
  );
}

/** Who spoke the agreement aloud, or cannot sign in, says this aloud as well. */
function experience(at: Acting): Event[] {
  const { agreement } = at.file.plan;
  return at.file.experience.map(({ on, member, voice, respect, treatment, words }) => {
    const aloud = agreement.by === member && howOf(agreement.how).startsWith('ALOUD');
    const who = aloud ? at.lead : at.asMember(member);
    const said = { person: at.personId(member), onDay: on, voice, respect, treatment, words: words.nl };
    const how = who.subject === at.lead.subject ? 'ALOUD' : 'ON_SCREEN';
    return { day: on, do: () => at.lookBack('giveExperience', 'experience', `${member} ${on}`, { ...said, how }, who) };
  });
}

function realised(at: Acting, kind: 'BEFORE' | 'AFTER', { known, costLines, unpriced }: CaseRealised, day: LocalDate): Event[] {
  const period = at.id('realised', kind);
  return [
    {
      day,
      do: async () => {
        await at.lookBack('recordRealised', 'realised', kind, { kind, known });
        for (const { key, unitCost, quantity, payer, oneOff, note } of costLines)
          await at.lookBack('addRealisedCost', 'realised cost', key, {
            period,
            unitCost,
            quantity: `${quantity}`,
            payer,
            oneOff,
            note: note.nl,
          });
        for (const { item, note } of unpriced)
          await at.lookBack('addRealisedUnpriced', 'realised unpriced', `${kind} ${item}`, { period, item, note: note.nl });
      },
    },
  ];
}

/** What stood in the way, told to policy and answered by it; and what was decided, for whoever meets the same. */
function learned(at: Acting): Event[] {
  const { bottleneck, signal, precedent, plan } = at.file;
  const policy = at.person('policy');
  const signalId = at.id('signal');
  const answerTo = (name: string, seen: number, input = {}) =>
    at.by(policy, 'Signal', name, at.id(name), { signal: signalId, seen, ...input });
  const events: Event[] = [
    {
      day: plan.decision.on,
      do: () =>
        at.lookBack('addBottleneck', 'bottleneck', bottleneck.key, {
          provision: bottleneck.provision,
          problem: at.id('problem', bottleneck.problem),
          obstacle: bottleneck.obstacle.nl,
          kind: bottleneck.kind,
        }),
    },
    {
      day: signal.sentOn,
      do: () =>
        at.by(at.lead, 'Signal', 'raiseSignal', signalId, {
          plan: at.plan,
          bottleneck: at.id('bottleneck', bottleneck.key),
          about: signal.about.nl,
          asked: signal.asked.nl,
          owner: 'wie deze regel vaststelt',
          occurrencesPerYear: signal.occurrencesPerYear,
          occurrencesNote: signal.occurrencesNote,
        }),
    },
  ];
  if (signal.status !== 'SENT') events.push({ day: signal.sentOn, do: () => answerTo('acknowledgeSignal', 1) });
  const { answeredOn, answer } = signal;
  if (answeredOn && answer) events.push({ day: answeredOn, do: () => answerTo('answerSignal', 2, { answer: answer.nl }) });
  if (precedent)
    events.push({
      day: plan.decision.on,
      do: () => publish(at, { obstacle: bottleneck.obstacle.nl, outcome: plan.decision.text.nl }),
    });
  return events;
}

/** The lead proposes; whoever decided publishes. */
export async function publish(
  at: Acting,
  words: { obstacle: string; outcome: string; provisions?: string[]; problemTypes?: string[] },
): Promise<void> {
  const precedent = at.id('precedent');
  await at.by(at.lead, 'Precedent', 'proposePrecedent', precedent, { plan: at.plan, ...words });
  const decider = at.person(at.file.plan.decision.by);
  await at.by(decider, 'Precedent', 'publishPrecedent', at.id('published'), { plan: at.plan, precedent, seen: 1 });
}

const problems = (at: Acting): Event[] =>
  at.file.reviews.flatMap(({ on, problemStatus = {} }) =>
    Object.entries(problemStatus).map(([key, status]) => ({
      day: on,
      do: () =>
        at.by(at.lead, 'Household', 'setProblemStatus', at.id('status', key), {
          problem: at.id('problem', key),
          seen: 1,
          status,
        }),
    })),
  );

const review = (at: Acting, { key, months, on, by, scores, contactsPerMonth, closes = false }: CaseReview): Event => ({
  day: on,
  do: () =>
    at.lookBack(
      'recordReview',
      'review',
      key,
      {
        months,
        heldOn: on,
        scores: Object.entries(scores).map(([domain, score]) => ({ domain, score })),
        contactsPerMonth: `${contactsPerMonth}`,
        closes,
      },
      at.person(by),
    ),
});
