import type { Id, Words } from '@doorbraak/kernel';
import { askedPlan, keyOf, sorted } from './proof.asking';
import type { Proof } from './case.proof';

type Told = Pick<Proof, 'key' | 'title' | 'spoil'>;
type Ground = { groundId: Id; provision: string; role: string };
export type Row = {
  measureId: Id;
  supportingLaws: string[];
  open: { code: string }[];
  cells: { law: string; grounds: Ground[] }[];
};
type Cited = { id: Id; article: string | null; lid: string | null; summary: Words | null };

const SUPPORTS = ['ROOM', 'PROTECTION'];

/** Each deviating measure with the provision that gives room, and at least a second law that supports it. */
export const theLaws = (told: Told): Proof => ({
  ...told,
  at: 'PLAN',
  async show(scene, shown) {
    const { player, truth } = scene;
    const plan = await askedPlan<{
      measures: { id: Id; deviationKind: string | null }[];
      matrix: { rows: Row[] };
      grounds: Cited[];
    }>(
      scene,
      player.person('mandate'),
      `measures { id deviationKind }
       matrix { rows { measureId supportingLaws open { code } cells { law grounds { groundId provision role } } } }
       grounds { id article lid summary { nl en } }`,
    );
    const measure = (id: Id) => keyOf(player, 'measure', truth.plan.measures, id);
    const deviating = plan.measures.filter(({ deviationKind }) => deviationKind).map(({ id }) => id);
    const expected = truth.plan.measures.filter(({ deviationKind }) => deviationKind).map(({ key }) => key);
    shown.same('measures that deviate', sorted(expected), sorted(deviating.map(measure)));
    for (const id of deviating) {
      const key = measure(id);
      const row = plan.matrix.rows.find(({ measureId }) => measureId === id)!;
      const supporting = row.cells.flatMap(({ law, grounds }) =>
        grounds.filter(({ role }) => SUPPORTS.includes(role)).map((one) => ({ ...one, law })),
      );
      const wanted = truth.plan.grounds.filter((one) => one.measure === key && SUPPORTS.includes(one.role));
      shown.same(
        `what supports ${key}`,
        sorted(wanted.map(({ provision, role }) => `${role} ${provision}`)),
        sorted(supporting.map(({ provision, role }) => `${role} ${provision}`)),
      );
      shown.same(
        `${key}: room, a second law, nothing wanting`,
        [true, true, []],
        [supporting.some(({ role }) => role === 'ROOM'), row.supportingLaws.length >= 2, row.open],
      );
      shown.say(`${key}  (steunt op / stands on: ${row.supportingLaws.join(', ')})`);
      for (const { law, role, groundId } of supporting) {
        const cited = plan.grounds.find((one) => one.id === groundId);
        shown.say(
          `  ${role.padEnd(11)}${law} art. ${cited?.article}${cited?.lid ? ` lid ${cited.lid}` : ''}: ${cited?.summary?.nl ?? '?'}`,
        );
      }
    }
  },
});
