import type { Id, Words } from '@doorbraak/kernel';
import { asked, keyOf, labelOf, sorted } from './proof.asking';
import type { Proof } from './case.proof';

/** Lines about the household as it is found, which more than one case has. */

type Told = Pick<Proof, 'key' | 'title' | 'spoil'>;
type Smallest = { size: number; exact: boolean; sets: Id[][]; setCount: string; preferred: Id[]; words: Words };
type Unlock = { circles: { members: Id[] }[]; smallest: Smallest; chosen: { wait: Id; code: string; words: Words }[] };

/** @param why the code of what was chosen, in the order of the circles */
export const circles = (told: Told, why: string[]): Proof => ({
  ...told,
  at: 'MAP',
  async show(scene, shown) {
    const { player, truth } = scene;
    const { unlock } = await asked<{ unlock: Unlock }>(
      scene,
      player.lead,
      'unlock { circles { members } smallest { size exact sets setCount preferred words { nl en } } chosen { wait code words { nl en } } }',
    );
    const wait = (id: Id) => keyOf(player, 'wait', truth.waits, id);
    const ends = [
      ...truth.involvements.map(({ key, label }) => ({ id: player.id('involvement', key), key, label: label.nl })),
      ...truth.problems.map(({ key, title }) => ({ id: player.id('problem', key), key, label: title.nl })),
    ];
    const end = (id: Id) => ends.find((one) => one.id === id) ?? { key: `unknown ${id}`, label: '?' };
    const { smallestSize, smallestSets, preferred } = truth.expectUnlock;
    const { smallest } = unlock;
    shown.same(
      'circles',
      truth.expectUnlock.circles.map(sorted).toSorted(),
      unlock.circles.map((one) => sorted(one.members.map((id) => end(id).key))).toSorted(),
    );
    shown.same('size of the smallest set', [smallestSize, true], [smallest.size, smallest.exact]);
    shown.same(
      'smallest sets',
      smallestSets.map(sorted).toSorted(),
      smallest.sets.map((set) => sorted(set.map(wait))).toSorted(),
    );
    shown.same('their number', `${smallestSets.length}`, smallest.setCount);
    shown.same('preferred set', sorted(preferred), sorted(smallest.preferred.map(wait)));
    shown.same(
      'why',
      why,
      unlock.chosen.map(({ code }) => code),
    );
    for (const { members } of unlock.circles)
      shown.say(`kring / circle: ${[...members, ...members.slice(0, 1)].map((id) => end(id).label).join(' > ')}`);
    shown.say(smallest.words.nl, smallest.words.en);
    for (const set of smallest.sets) {
      const what = truth.waits.filter(({ key }) => set.some((id) => wait(id) === key)).map((one) => one.what);
      const isPreferred = sorted(set).join() === sorted(smallest.preferred).join();
      shown.say(
        `${isPreferred ? '->' : '  '} ${sorted(set.map(wait)).join(' + ')}  ${what.map(({ nl }) => nl).join('; ')} / ${what.map(({ en }) => en).join('; ')}`,
      );
    }
    for (const { words } of unlock.chosen) shown.say(words.nl, words.en);
  },
});

export const wholeMap = (told: Told): Proof => ({
  ...told,
  at: 'MAP',
  async show(scene, shown) {
    const { player, truth } = scene;
    const found = await asked<{
      band: string;
      problems: { id: Id; words: string; status: string }[];
      involvements: { id: Id; agencyName: string; law: string | null; payer: string | null }[];
      waits: { waiting: Id; for: Id; what: string }[];
    }>(
      scene,
      player.lead,
      'band problems { id words status } involvements { id agencyName law payer } waits { waiting for what }',
    );
    const agency = (id: Id) => keyOf(player, 'involvement', truth.involvements, id);
    const isAgency = (id: Id) => found.involvements.some((one) => one.id === id);
    const end = (id: Id) => (isAgency(id) ? agency(id) : keyOf(player, 'problem', truth.problems, id));
    const words = (id: Id) =>
      isAgency(id) ? labelOf(truth, agency(id)).nl : (found.problems.find((one) => one.id === id)?.words ?? '?');
    shown.same(
      'problems',
      sorted(truth.problems.map(({ key, status }) => `${key} ${status}`)),
      sorted(found.problems.map(({ id, status }) => `${keyOf(player, 'problem', truth.problems, id)} ${status}`)),
    );
    shown.same(
      'agencies',
      sorted(truth.involvements.map(({ key }) => key)),
      sorted(found.involvements.map(({ id }) => agency(id))),
    );
    shown.same(
      'who waits for whom',
      sorted(truth.waits.map((wait) => `${wait.waiting} ${wait.for} ${wait.what.nl}`)),
      sorted(found.waits.map((wait) => `${end(wait.waiting)} ${end(wait.for)} ${wait.what}`)),
    );
    shown.say(
      `${found.problems.length} problemen / problems, ${found.involvements.length} instanties / agencies (${found.band})`,
    );
    shown.say(found.problems.map((one) => `${one.words} (${one.status})`).join('; '));
    shown.say(
      found.involvements
        .map(
          ({ id, law, payer }) =>
            `${labelOf(truth, agency(id)).nl} (${law ?? 'geen wet / no law'}, ${payer ?? 'geen betaler / no payer'})`,
        )
        .join('; '),
    );
    shown.say(found.waits.map((wait) => `${words(wait.waiting)} wacht op / waits for ${words(wait.for)}`).join('; '));
  },
});
