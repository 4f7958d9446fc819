import { act } from '../../data/act';
import { useTyped } from '../../data/typed';
import { Button } from '../../kit/button';
import { Select } from '../../kit/field';
import { Refusal } from '../../kit/reasons';
import { ADD_CONTRADICTION, useActs } from './wet.acts';
import { useWet, type Ground } from './wet.data';
import { useNames } from './wet.names';
import { useWetWords } from './wet.words';
import styles from './panel.module.css';

const TYPES = [
  'TOEGANG',
  'AFBAKENING',
  'PRIKKELBOTSING',
  'DEFINITIEBOTSING',
  'ADRESBOTSING',
  'TIJDGRENS',
  'INVORDERINGSSTAPELING',
  'GEGEVENSGRENS',
  'EVENREDIGHEID',
  'HOGER_RECHT',
] as const;
interface Typed {
  other: string;
  type: (typeof TYPES)[number];
  missing: boolean;
}
const EMPTY: Typed = { other: '', type: TYPES[0], missing: false };

/** A conflict that the catalogue does not know, between two articles of one measure; folded away until somebody sees one. */
export function OwnClash({ ground }: { ground: Ground }) {
  const { plan, done } = useWet();
  const { say } = useWetWords();
  const { groundName } = useNames();
  const acts = useActs();
  const { typed, change, sent } = useTyped<Typed>(`clash ${ground.id}`, EMPTY);
  const measure = ground.measureId;
  const isKnown = (id: string) => plan.contradictions.some(({ a, b }) => [a, b].includes(id) && [a, b].includes(ground.id));
  const others = plan.grounds.filter((one) => one.measureId === measure && one.id !== ground.id && !isKnown(one.id));
  if (others.length === 0) return null;
  const add = async () => {
    change({ missing: true });
    if (!typed.other) return;
    const input = { plan: plan.id, measure, a: ground.id, b: typed.other, type: typed.type, resolvedVia: [] };
    const key = acts.keyOf(input);
    if (!(await acts.go([() => act(ADD_CONTRADICTION, { input }, key)]))) return;
    await sent();
    done({ kind: 'contradiction', measure, contradiction: key }, say('said.recorded'));
  };
  return (
    <details className={styles.rarer}>
      <summary>{say('ownClash')}</summary>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Select
          label={say('recordWhich')}
          value={typed.other}
          onChange={(event) => change({ other: event.target.value })}
          error={typed.missing && !typed.other ? say('chooseFirst') : undefined}
        >
          <option value="">{say('choose')}</option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {groundName(one)}
            </option>
          ))}
        </Select>
        <Select
          label={say('clashType')}
          value={typed.type}
          onChange={(event) => change({ type: event.target.value as Typed['type'] })}
        >
          {TYPES.map((type) => (
            <option key={type} value={type}>
              {say(`clashOf.${type}`)}
            </option>
          ))}
        </Select>
        <Button purpose="secondary" type="submit" busy={acts.busy}>
          {say('record')}
        </Button>
        <Refusal outcome={acts.outcome} />
      </form>
    </details>
  );
}
