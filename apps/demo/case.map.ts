import type { Id } from '@doorbraak/kernel';
import { howOf, later, type Acting, type Event } from './case.acting';
import type { CaseFile, CaseSharing } from './case.file';

/** The household as it is found: people, problems, agencies, who waits for whom, help, papers and money, and what is shared with whom. */
export async function playMap(at: Acting): Promise<void> {
  const { file } = at;
  const { neighbourhood } = file.household;
  await at.on(file.demoClock.mappedOn);
  await at.by(at.lead, 'Household', 'createHousehold', at.household, {
    code: at.code,
    ownWords: file.household.ownWords.nl,
    language: 'nl',
    ...(neighbourhood ? { neighbourhoodCode: neighbourhood.code, neighbourhoodYear: neighbourhood.year } : {}),
  });
  for (const { key, label, role, protectedAddress = false } of file.household.members)
    await at.tell('addMember', 'member', key, { name: label.nl, role, fromOn: file.demoClock.mappedOn, protectedAddress });
  await at.rememberMembers();
  await inviteMembers(at);
  await at.tell('assignDeputy', 'deputy', '', { seen: 1, person: await at.whoIs(file.household.deputy) });
  for (const problem of causesFirst(file))
    await at.tell('addProblem', 'problem', problem.key, {
      type: problem.type,
      personIds: problem.persons.map((key) => at.personId(key)),
      words: problem.title.nl,
      sinceOn: problem.since,
      status: problem.status,
      causedBy: (problem.causedBy ?? []).map((key) => at.id('problem', key)),
    });
  for (const { key, law, lawNote, payer, payerNote, from, to, problems } of file.involvements)
    await at.tell('addInvolvement', 'involvement', key, {
      agency: at.agency(key),
      law,
      lawNote,
      payer,
      payerNote,
      fromOn: from,
      toOn: to,
      problemIds: problems.map((problem) => at.id('problem', problem)),
    });
  for (const wait of file.waits)
    await at.tell('addWait', 'wait', wait.key, {
      waiting: endOf(at, wait.waiting),
      for: endOf(at, wait.for),
      holder: at.id('involvement', wait.holder),
      what: wait.what.nl,
      provision: wait.provision,
      liftable: wait.liftable,
      sinceOn: wait.since,
    });
  await help(at);
  await at.inOrderOfDays([
    ...contacts(at),
    ...shares(at),
    ...letters(at),
    ...evidence(at),
    ...indicationsOf(at, (from) => from < file.plan.decision.on),
    ...claims(at),
  ]);
}

async function help(at: Acting): Promise<void> {
  for (const { key, service, by, addresses, from, to, costLines } of at.file.interventions) {
    await at.tell('addIntervention', 'intervention', key, {
      service,
      involvement: at.id('involvement', by),
      problemIds: addresses.map((problem) => at.id('problem', problem)),
      fromOn: from,
      toOn: to,
    });
    for (const { key: line, unitCost, quantity, payer, oneOff, note } of costLines)
      await at.tell('addInterventionCost', 'intervention cost', line, {
        intervention: at.id('intervention', key),
        unitCost,
        quantity: `${quantity}`,
        payer,
        oneOff,
        note: note.nl,
      });
  }
}

/** A count of a whole year has no month to stand in, and none is made up: it is told once its year is over. */
function contacts(at: Acting): Event[] {
  const { contacts, demoClock, realised, plan } = at.file;
  const { month, byAgency } = contacts.before;
  const told = Object.entries(byAgency).map(([agency, count]) => ({
    day: later(demoClock.mappedOn, month ? `${month}-01` : plan.decision.on),
    do: () => {
      const involvement = at.id('involvement', agency);
      return month
        ? at.tell('countContacts', 'contacts', agency, { involvement, month: `${month}-01`, count })
        : at.tell('countContactsOfYear', 'contacts', agency, { involvement, fromOn: realised.before12.from, count });
    },
  }));
  const months = (contacts.months ?? []).map(({ month, count }) => ({
    day: later(demoClock.mappedOn, `${month}-01`),
    do: () => at.tell('countContacts', 'contacts', month, { month: `${month}-01`, count }),
  }));
  const days = (contacts.days ?? []).map(({ key, on, agency, ...how }) => ({
    day: later(demoClock.mappedOn, on),
    do: () => at.tell('recordContact', 'contact', key, { involvement: at.id('involvement', agency), dayOn: on, ...how }),
  }));
  return [...told, ...months, ...days];
}

const shares = (at: Acting): Event[] =>
  at.file.involvements.flatMap(({ key, sharing }) =>
    sharing ? [{ day: later(sharing.from, at.file.demoClock.mappedOn), do: () => share(at, key, sharing) }] : [],
  );

/** Why an agency needs what is shared with it, as a professional writes that down: the files name a purpose only. */
const NEEDS: Record<string, string> = {
  ADDRESS_CHECK: 'om te zien of het adres klopt',
  DEBT_HELP: 'om de schulden te regelen',
  HANDLING_NOTE: 'om goed met hem om te gaan',
  INCOME_SUPPORT: 'om over het inkomen te beslissen',
  LONG_TERM_CARE: 'om te zien of langdurige zorg nodig is',
  SAFETY_REPORT: 'om te zien of het thuis veilig is',
  SCHOOL_ATTENDANCE: 'om weer naar school te kunnen',
  TREATMENT: 'om goed te behandelen',
  WMO_SUPPORT: 'om de hulp thuis te regelen',
  YOUTH_SUPPORT: 'om de kinderen te helpen',
};

async function share(at: Acting, involvement: string, { items = [], consent, ...sharing }: CaseSharing): Promise<void> {
  const everybody = at.file.household.members.map(({ key }) => at.personId(key));
  for (const { key, what, from } of items)
    await at.tell('addHandlingNote', 'note', key, {
      person: at.personId(consent!.by),
      fromInvolvement: at.id('involvement', from),
      text: what.nl,
    });
  await at.tell('share', 'share', involvement, {
    involvement: at.id('involvement', involvement),
    basis: sharing.basis,
    purpose: sharing.purpose,
    need: NEEDS[sharing.purpose] ?? 'om de eigen taak te doen',
    personIds: consent ? [at.personId(consent.by)] : everybody,
    domains: sharing.domains,
    noteIds: items.map(({ key }) => at.id('note', key)),
    fromOn: sharing.from,
    toOn: sharing.to,
    consent: consent && { by: at.personId(consent.by), on: consent.on, how: howOf(consent.how) },
  });
}

/** Letters as they come in; what there is to spend is told in the week in which they ask for more. */
function letters(at: Acting): Event[] {
  const conflict = at.file.plan.letterConflict;
  const came: Event[] = (at.file.letters ?? []).map(({ key, agency, receivedOn, demand, deadline, amountCents }) => ({
    day: receivedOn,
    do: () =>
      at.tell('recordLetter', 'letter', key, {
        involvement: at.id('involvement', agency),
        receivedOn,
        kind: 'PAY',
        demand: demand.nl,
        amountCents: `${amountCents}`,
        dueOn: deadline,
      }),
  }));
  if (conflict)
    came.push({
      day: conflict.from,
      do: () =>
        at.tell('recordSpendingRoom', 'spending room', '', { fromOn: conflict.from, weekCents: `${conflict.disposableCents}` }),
    });
  return came;
}

const evidence = (at: Acting): Event[] =>
  (at.file.evidence ?? []).map((one) => ({
    day: later(one.receivedOn, at.file.demoClock.mappedOn),
    do: () =>
      at.tell('addEvidence', 'evidence', one.key, {
        person: at.personId(one.about),
        kind: one.kind,
        issuedBy: one.issuedBy.nl,
        issuedOn: one.issuedOn,
        receivedOn: one.receivedOn,
        validUntil: one.validUntil,
        stable: one.stable,
        purposes: one.allowedPurposes,
        special: one.dataClass === 'K5',
      }),
  }));

/** Indications with the days on which they are looked at again, each on the day from which it holds. */
export const indicationsOf = (at: Acting, when: (from: string) => boolean): Event[] =>
  (at.file.indications ?? [])
    .filter(({ from }) => when(from))
    .map(({ key, by, person, law, from, to, isStable, evidence: on, lookedAtAgain = [] }) => ({
      day: later(from, at.file.demoClock.mappedOn),
      do: async () => {
        await at.tell('addIndication', 'indication', key, {
          involvement: at.id('involvement', by),
          person: at.personId(person),
          law,
          fromOn: from,
          toOn: to,
          stable: isStable,
          evidence: on.map((one) => at.id('evidence', one)),
        });
        for (const { on: onDay } of lookedAtAgain)
          await at.tell('planIndicationLook', 'look', `${key} ${onDay}`, {
            indication: at.id('indication', key),
            onDay,
            how: 'TALK',
          });
      },
    }));

const claims = (at: Acting): Event[] =>
  (at.file.debtClaims ?? []).map(({ key, creditor, problem, law, amountCents, amountIsLowerBound, factYear }) => ({
    day: at.file.demoClock.mappedOn,
    do: () =>
      at.tell('addClaim', 'claim', key, {
        involvement: at.id('involvement', creditor),
        problem: at.id('problem', problem),
        law,
        amountCents: `${amountCents}`,
        lowerBound: amountIsLowerBound,
        factYear,
      }),
  }));

async function inviteMembers(at: Acting): Promise<void> {
  const members = at.file.people.filter(({ member }) => member !== undefined);
  if (members.length === 0) return;
  const known = await at.accounts();
  for (const { key, member } of members) {
    const { subject } = at.member(key);
    // after a cut-off play the issuer may have moved with the port, and the same key with another issuer would be another act
    if (!known.includes(subject))
      await at.by(at.person('admin'), 'Directory', 'invite', at.id('account', key), {
        issuer: at.stage.issuer,
        subject,
        roles: ['HOUSEHOLD_MEMBER'],
        label: null,
        fixteam: null,
        agency: null,
        person: at.personId(member!),
      });
  }
}

/** What waits, or is waited for: an involvement or a problem. */
const endOf = (at: Acting, key: string): Id =>
  at.id(at.file.involvements.some((one) => one.key === key) ? 'involvement' : 'problem', key);

/** A problem can name its cause once that is there. */
function causesFirst({ problems }: CaseFile): CaseFile['problems'] {
  const told: CaseFile['problems'] = [];
  let left = problems;
  while (left.length > 0) {
    const now = left.filter(({ causedBy = [] }) => causedBy.every((cause) => told.some(({ key }) => key === cause)));
    told.push(...now);
    left = left.filter((one) => !now.includes(one));
  }
  return told;
}
