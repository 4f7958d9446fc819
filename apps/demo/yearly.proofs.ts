import { addDays, newId, type Id, type LocalDate, type Words } from '@doorbraak/kernel';
import { refusalsOf } from './ask';
import { askForEvidence } from './case.after';
import type { CaseFile } from './case.file';
import type { Proof } from './case.proof';
import { showCosts } from './cost.proofs';
import { asked, askedPlan, euros, keyOf, labelOf, sorted } from './proof.asking';

/** The lines of the case of the yearly diagnosis, in the order of the file. Whatever is said here was read from the api. */

/** The file without one of its problems. */
function without(file: CaseFile, problem: string): void {
  const leave = (keys: string[]) => keys.filter((key) => key !== problem);
  file.problems = file.problems.filter(({ key }) => key !== problem);
  file.problems.forEach((one) => (one.causedBy = leave(one.causedBy ?? [])));
  file.involvements.forEach((one) => (one.problems = leave(one.problems)));
  file.plan.measures.forEach((one) => (one.addresses = leave(one.addresses)));
  file.reviews.forEach(({ problemStatus }) => delete problemStatus?.[problem]);
}

const accepted: Proof = {
  key: 'band',
  at: 'END',
  title: {
    nl: 'Een huishouden met drie problemen telt mee: de band adviseert, hij weigert nooit',
    en: 'A household with three problems is accepted: the band advises, it never refuses',
  },
  spoil: {
    nl: 'een probleem minder: het papierwerk van de ouder',
    en: "one problem less: the parent's paperwork",
    in: (file) => without(file, 'carer-load'),
  },
  async show(scene, shown) {
    const { player, truth } = scene;
    const found = await asked<{ band: string; problems: { words: string }[]; involvements: unknown[]; plan: { status: string } }>(
      scene,
      player.lead,
      'band problems { words } involvements { id } plan { status }',
    );
    shown.same(
      'band, problems, and a plan that was decided like any other',
      ['STANDARD', sorted(truth.problems.map(({ title }) => title.nl)), 'DECIDED'],
      [found.band, sorted(found.problems.map(({ words }) => words)), found.plan.status],
    );
    shown.say(
      `${found.problems.length} problemen / problems, ${found.involvements.length} instanties / agencies: band ${found.band}, plan ${found.plan.status}`,
    );
  },
};

const once: Proof = {
  key: 'once',
  at: 'END',
  title: {
    nl: 'Eén keer aangeleverd is genoeg: een tweede vraag naar hetzelfde bewijs wordt geweigerd, met waar het ligt',
    en: 'Given once is enough: a second request for the same evidence is refused, with a pointer to the one on file',
  },
  spoil: {
    nl: 'de diagnose mag voor iets anders worden gebruikt dan waarvoor zij wordt gevraagd',
    en: 'the diagnosis may be used for another purpose than it is asked for',
    in: ({ evidence }) => evidence?.forEach((one) => (one.allowedPurposes = ['DEBT_HELP'])),
  },
  async show(scene, shown) {
    const { player, truth } = scene;
    const [proof] = truth.evidence!;
    const { evidence, evidenceRequests } = await asked<{
      evidence: { id: Id; kind: string; issuedBy: string; receivedOn: string; purposes: string[]; stable: boolean }[];
      evidenceRequests: { kind: string; askedOn: string }[];
    }>(scene, player.lead, 'evidence { id kind issuedBy receivedOn purposes stable } evidenceRequests { kind askedOn }');
    const allowed = proof!.requests.filter(({ expect }) => expect === 'ALLOWED');
    shown.same(
      'on file',
      [[player.id('evidence', proof!.key), proof!.kind, proof!.receivedOn, proof!.allowedPurposes]],
      evidence.map(({ id, kind, receivedOn, purposes }) => [id, kind, receivedOn, purposes]),
    );
    shown.same(
      'asked of the parent: the other kind alone',
      allowed.map(({ kind, on }) => [kind, on]),
      evidenceRequests.map(({ kind, askedOn }) => [kind, askedOn]),
    );
    for (const { on, by, kind, purpose, pointer } of proof!.requests) {
      if (pointer === undefined) continue;
      await player.on(on);
      const refused = await refusalsOf(askForEvidence(player, { by, about: proof!.about, kind, purpose }, newId()));
      shown.same(
        `${kind} asked again on ${on}: refused, with a pointer`,
        [{ code: 'EVIDENCE_ON_FILE', about: player.id('evidence', pointer) }],
        refused,
      );
      shown.say(`${on} ${labelOf(truth, by).nl} vraagt / asks ${kind}: geweigerd, ligt er al / refused, on file`);
    }
    for (const one of evidence)
      shown.say(
        `  ${one.kind}, ${one.issuedBy}, ontvangen / received ${one.receivedOn}, ${one.stable ? 'verandert niet / does not change' : ''}`,
      );
    for (const one of evidenceRequests) shown.say(`${one.askedOn} ${one.kind}: toegestaan / allowed`);
  },
};

type Indication = {
  id: Id;
  fromOn: LocalDate;
  toOn: LocalDate;
  stable: boolean;
  evidenceIds: Id[];
  looks: { onDay: LocalDate; how: string }[];
  renewal: { proposal: string; words: Words } | null;
};

const line: Proof = {
  key: 'time',
  at: 'END',
  title: {
    nl: 'De indicatie van een jaar naast die van vijf, op één tijdlijn, met het gesprek in 2028',
    en: 'The indication of one year beside the one of five, on one line of time, with the talk in 2028',
  },
  spoil: {
    nl: 'de lange indicatie eindigt een jaar eerder',
    en: 'the long indication ends a year early',
    in: ({ indications }) => indications?.forEach((one) => one.key === 'ind-2025' && (one.to = '2029-09-21')),
  },
  async show(scene, shown) {
    const { player, truth } = scene;
    const { indications } = await asked<{ indications: Indication[] }>(
      scene,
      player.lead,
      'indications { id fromOn toOn stable evidenceIds looks { onDay how } renewal { proposal words { nl en } } }',
    );
    const inTime = indications.toSorted((a, b) => a.fromOn.localeCompare(b.fromOn));
    shown.same(
      'from, to, on which evidence, looked at again on',
      truth.indications!.map(({ key, from, to, evidence, lookedAtAgain = [] }) => [
        key,
        from,
        to,
        evidence,
        lookedAtAgain.map(({ on }) => [on, 'TALK']),
      ]),
      inTime.map(({ id, fromOn, toOn, evidenceIds, looks }) => [
        keyOf(player, 'indication', truth.indications!, id),
        fromOn,
        toOn,
        evidenceIds.map((one) => keyOf(player, 'evidence', truth.evidence!, one)),
        looks.map(({ onDay, how }) => [onDay, how]),
      ]),
    );
    shown.same(
      'one follows on the other',
      inTime.slice(0, -1).map(({ toOn }) => addDays(toOn, 1)),
      inTime.slice(1).map(({ fromOn }) => fromOn),
    );
    const [begin, end] = [Number(inTime[0]!.fromOn.slice(0, 4)), Number(inTime.at(-1)!.toOn.slice(0, 4))];
    const years = Array.from({ length: end - begin + 1 }, (_, n) => begin + n);
    shown.say(years.join('   '));
    for (const { fromOn, toOn, looks } of inTime) {
      const [from, to] = [fromOn, toOn].map((day) => Number(day.slice(0, 4)) - begin);
      const bar = `${' '.repeat(7 * from! + 2)}${'='.repeat(7 * (to! - from!))}`;
      const talks = looks.map(({ onDay }) => 7 * (Number(onDay.slice(0, 4)) - begin) + 2);
      const drawn = [...bar].map((sign, n) => (talks.includes(n) ? 'o' : sign)).join('');
      const looked = looks.map(({ onDay }) => `, gesprek / talk ${onDay}`).join('');
      shown.say(`${drawn.padEnd(7 * years.length)}${fromOn} - ${toOn}${looked}`);
    }
    for (const { renewal } of inTime.slice(-1)) if (renewal) shown.say(`${renewal.words.nl} / ${renewal.words.en}`);
  },
};

const contacts: Proof = {
  key: 'contacts',
  at: 'END',
  title: { nl: 'Contacten per jaar: 14 ervoor, 4 erna', en: 'Contacts per year: 14 before, 4 after' },
  spoil: {
    nl: 'een contact minder geteld',
    en: 'one contact less counted',
    in: (file) => (file.contacts.before.byAgency['municipality-youth'] = 10),
  },
  async show(scene, shown) {
    const { player, truth } = scene;
    const { before, after } = truth.contacts;
    const { before12, after12 } = truth.realised;
    const { contactsPerYear } = await asked<{ contactsPerYear: { fromOn: LocalDate; toOn: LocalDate; count: number }[] }>(
      scene,
      player.lead,
      'contactsPerYear { fromOn toOn count }',
    );
    shown.same(
      'contacts in the year before and after',
      [
        [before12.from, before12.to, before.perYear],
        [after12.from, after12.to, after[0]?.perYear],
      ],
      contactsPerYear
        .toSorted((a, b) => a.fromOn.localeCompare(b.fromOn))
        .map(({ fromOn, toOn, count }) => [fromOn, toOn, count]),
    );
    for (const { fromOn, toOn, count } of contactsPerYear) shown.say(`${fromOn} - ${toOn}: ${count} contacten / contacts`);
  },
};

const overdue: Proof = {
  key: 'overdue',
  at: 'END',
  title: {
    nl: 'Het signaal zonder antwoord, over tijd vanaf de zestigste dag: 5 december 2025',
    en: 'The signal without an answer, overdue from the sixtieth day on: 5 December 2025',
  },
  spoil: {
    nl: 'het signaal gaat een dag later uit',
    en: 'the signal is sent a day later',
    in: ({ signal }) => (signal.sentOn = '2025-10-07'),
  },
  async show(scene, shown) {
    const { player, truth } = scene;
    const { sentOn, overdueOn } = truth.signal;
    for (const [day, isOverdue] of [
      [addDays(overdueOn!, -1), false],
      [overdueOn!, true],
    ] as const) {
      await player.on(day);
      const { bottlenecks } = await askedPlan<{
        bottlenecks: {
          signal: { about: string; status: string; sentOn: string; overdueOn: string; isOverdue: boolean; answer: string | null };
        }[];
      }>(scene, player.lead, 'bottlenecks { signal { about status sentOn overdueOn isOverdue answer } }');
      const { signal } = bottlenecks[0]!;
      shown.same(
        `on ${day}`,
        ['SENT', sentOn, overdueOn, isOverdue, null],
        [signal.status, signal.sentOn, signal.overdueOn, signal.isOverdue, signal.answer],
      );
      shown.say(
        `${day}  "${signal.about}", verstuurd / sent ${signal.sentOn}: ${signal.isOverdue ? `over tijd sinds / overdue since ${signal.overdueOn}` : 'nog op tijd / in time'}`,
      );
    }
  },
};

const saving: Proof = {
  key: 'saving',
  at: 'PLAN',
  title: {
    nl: 'Eén besluit minder in 24 maanden, terwijl de hulp even duur blijft',
    en: 'One decision less over 24 months, while help costs the same',
  },
  spoil: {
    nl: 'drie besluiten en geen twee',
    en: 'three decisions, not two',
    in: ({ plan }) => plan.scenarios.AS_NOW.costLines.forEach((one) => one.key === 'a2' && (one.quantity = 3)),
  },
  async show(scene, shown) {
    const { player, truth } = scene;
    await showCosts(scene, shown);
    const { scenarios } = await askedPlan<{
      scenarios: { kind: string; costLines: { unitCost: string; quantity: string; cents: string }[] }[];
    }>(scene, player.lead, 'scenarios { kind costLines { unitCost quantity cents } }');
    const of = (kind: string, unit: string) =>
      scenarios.find((one) => one.kind === kind)?.costLines.find(({ unitCost }) => unitCost === unit);
    const [help, helpThen] = ['AS_NOW', 'BREAKTHROUGH'].map((kind) => of(kind, 'YOUTH_RESPITE_BASIC')?.cents);
    shown.same('help costs the same', help, helpThen);
    const decisions = ['AS_NOW', 'BREAKTHROUGH'].map((kind) => Number(of(kind, 'DECISION_YOUTH')?.quantity));
    shown.same('decisions', [2, 1], decisions);
    const one = BigInt(of('BREAKTHROUGH', 'DECISION_YOUTH')?.cents ?? 0);
    shown.same('the saving is one decision', `${truth.expectCost.saving.totalCents}`, `${one}`);
    shown.say(
      `logeren / respite: ${euros(help ?? '0')} = ${euros(helpThen ?? '0')}; besluiten / decisions: ${decisions.join(' > ')}, scheelt / saves ${euros(`${one}`)}`,
    );
  },
};

export const YEARLY: Proof[] = [accepted, once, line, contacts, overdue, saving];
