import type { Id } from '@doorbraak/kernel';
import { asked, askedPlan, keyOf, personOf, sorted } from './proof.asking';
import type { CaseCommitment } from './case.file';
import type { Proof, Scene, Shown } from './case.proof';

/** What came after the decision, in lines that more than one case has. */

type Told = Pick<Proof, 'key' | 'title' | 'spoil'>;
type Commitment = {
  id: Id;
  what: string;
  dueOn: string;
  state: string;
  wasLate: boolean;
  toldOn: string | null;
  newDueOn: string | null;
  lateReason: string | null;
  keptOn: string | null;
};

/** These promises of the file: whether they were kept, and when somebody was told that they would not be in time. */
export async function showPromises(scene: Scene, shown: Shown, which: (one: CaseCommitment) => boolean): Promise<void> {
  const { player, truth } = scene;
  const { commitments } = await askedPlan<{ commitments: Commitment[] }>(
    scene,
    player.lead,
    'commitments { id what dueOn state wasLate toldOn newDueOn lateReason keptOn }',
  );
  const expected = truth.commitments.filter(which);
  const found = commitments
    .map((one) => ({ ...one, key: keyOf(player, 'commitment', truth.commitments, one.id) }))
    .filter(({ key }) => expected.some((one) => one.key === key));
  shown.same(
    'promise, day, kept on; told on, new day and why',
    expected.map((one) => [
      one.key,
      one.what.nl,
      one.due,
      'KEPT',
      one.keptOn,
      one.toldOn ?? null,
      one.newDue ?? null,
      one.reason?.nl ?? null,
    ]),
    found
      .toSorted((a, b) => a.key.localeCompare(b.key))
      .map((one) => [one.key, one.what, one.dueOn, one.state, one.keptOn, one.toldOn, one.newDueOn, one.lateReason]),
  );
  shown.same(
    'late',
    expected.filter(({ keptOn, due }) => keptOn > due).map(({ key }) => key),
    found.filter(({ wasLate }) => wasLate).map(({ key }) => key),
  );
  for (const one of found) {
    const { nl, en } = personOf(truth, truth.commitments.find(({ key }) => key === one.key)!.by);
    shown.say(
      `${nl} / ${en}: "${one.what}", beloofd voor / promised for ${one.dueOn}, nagekomen / kept ${one.keptOn}`,
      ...(one.toldOn
        ? [`  te laat, verteld op / late, told on ${one.toldOn}: "${one.lateReason}", nieuwe dag / new day ${one.newDueOn}`]
        : []),
    );
  }
}

export const promises = (told: Told, which: (one: CaseCommitment) => boolean): Proof => ({
  ...told,
  at: 'END',
  show: (scene, shown) => showPromises(scene, shown, which),
});

type Review = { months: number; heldOn: string; scores: { domain: string; score: number }[]; contactsPerMonth: string | null };

/** Scores per life domain at the decision and after 3, 6 and 12 months. */
export async function showScores(scene: Scene, shown: Shown): Promise<void> {
  const { player, truth } = scene;
  const { reviews } = await askedPlan<{ reviews: Review[] }>(
    scene,
    player.lead,
    'reviews { months heldOn scores { domain score } contactsPerMonth }',
  );
  const inOrder = reviews.toSorted((a, b) => a.months - b.months);
  shown.same(
    'reviews, their days and scores',
    truth.reviews.map(({ months, on, scores }) => [
      months,
      on,
      sorted(Object.entries(scores).map(([domain, score]) => `${domain} ${score}`)),
    ]),
    inOrder.map(({ months, heldOn, scores }) => [
      months,
      heldOn,
      sorted(scores.map(({ domain, score }) => `${domain} ${score}`)),
    ]),
  );
  shown.same(
    'contacts a month at each review',
    truth.reviews.map(({ contactsPerMonth }) => contactsPerMonth),
    inOrder.map(({ contactsPerMonth }) => contactsPerMonth && Number(contactsPerMonth)),
  );
  const domains = [...new Set(inOrder.flatMap(({ scores }) => scores.map(({ domain }) => domain)))];
  const cells = (of: (review: Review) => string | number | null | undefined) =>
    inOrder.map((review) => `${of(review) ?? '-'}`.padStart(12)).join('');
  const line = (name: string, of: Parameters<typeof cells>[0]) => `${name.padEnd(24)}${cells(of)}`;
  shown.say(line('maanden / months', ({ months }) => months));
  shown.say(line('', ({ heldOn }) => heldOn));
  for (const domain of domains) shown.say(line(domain, ({ scores }) => scores.find((one) => one.domain === domain)?.score));
  shown.say(line('contacten / contacts', ({ contactsPerMonth }) => contactsPerMonth));
}

/** What was counted in months, before and after. */
export async function showContacts(scene: Scene, shown: Shown): Promise<void> {
  const { player, truth } = scene;
  const { contactsPerMonth } = await asked<{ contactsPerMonth: { month: string; count: number }[] }>(
    scene,
    player.lead,
    'contactsPerMonth { month count }',
  );
  const { before, after } = truth.contacts;
  const counted = (month: string) => contactsPerMonth.find((one) => one.month.startsWith(month))?.count ?? null;
  const months = [before, ...after].flatMap(({ month, perMonth }) => (month ? [{ month, perMonth }] : []));
  shown.same(
    'contacts in each month that was counted',
    months.map(({ month, perMonth }) => [month, perMonth]),
    months.map(({ month }) => [month, counted(month)]),
  );
  shown.say(`contacten per maand / contacts a month: ${months.map(({ month }) => `${counted(month)} (${month})`).join(' > ')}`);
}

export const scoresAndContacts = (told: Told): Proof => ({
  ...told,
  at: 'END',
  async show(scene, shown) {
    await showScores(scene, shown);
    await showContacts(scene, shown);
  },
});

export const contactsCounted = (told: Told): Proof => ({ ...told, at: 'END', show: showContacts });
