import { isIcon, type IconName } from '../kit/icon';
import { day } from '../words/format';
import { useEntryWords } from './entry.words';
import { stands } from './kitchen.question';
import { Item, Listed } from './listed';
import { Marks } from './marks';
import type { Sitting } from './sitting';
import { inputOf } from './table.rules';
import styles from './entry.module.css';

const nameOf = ({ table }: Sitting, key: string) =>
  [...table.problems, ...table.involvements].find(({ id }) => id === key)?.label ?? '';

/** For what this problem or agency waits. */
function Waits({ sitting, of }: { sitting: Sitting; of: string }) {
  const { say } = useEntryWords();
  const { home, pending } = sitting;
  const known = (home?.waits ?? []).filter((one) => stands(one) && !one.liftedOn);
  const unsent = pending
    .filter(({ act, key }) => act === 'addWait' && !home?.waits?.some(({ id }) => id === key))
    .map((act) => ({ ...inputOf<'addWait'>(act), id: act.key }));
  return [...known, ...unsent]
    .filter(({ waiting }) => waiting === of)
    .map((wait) => (
      <span key={wait.id} className={styles.sub}>
        {say('waitsFor', { what: nameOf(sitting, wait.for) })} <Marks sitting={sitting} of={wait.id} />
      </span>
    ));
}

export function Problems({ sitting }: { sitting: Sitting }) {
  const { say, language } = useEntryWords();
  const { home, lists, table, pending } = sitting;
  const iconOf = (type?: string): IconName => {
    const domain = lists.problemTypes.find(({ key }) => key === type)?.domain ?? '';
    return isIcon(domain) ? domain : 'flag';
  };
  const items = [...table.problems].reverse().map(({ id, label }) => {
    const known = home?.problems?.find((one) => one.id === id);
    const unsent = pending.find(({ key }) => key === id);
    const { type, words, sinceOn } = known ?? (unsent ? inputOf<'addProblem'>(unsent) : {});
    const agencies = table.involvements.filter(({ problems }) => problems.includes(id)).map((one) => `@${one.label}`);
    const since = sinceOn ? say('sinceDay', { day: day(sinceOn, language) }) : '';
    return (
      <Item key={id} sitting={sitting} of={id} icon={iconOf(type)} title={label} about={[words, since, ...agencies]}>
        <Waits sitting={sitting} of={id} />
      </Item>
    );
  });
  return <Listed title={say('problems')} empty={say('noProblems')} items={items} />;
}

export function Agencies({ sitting }: { sitting: Sitting }) {
  const { say } = useEntryWords();
  const items = [...sitting.table.involvements].reverse().map(({ id, label }) => (
    <Item key={id} sitting={sitting} of={id} icon="people" title={label}>
      <Waits sitting={sitting} of={id} />
    </Item>
  ));
  return <Listed title={say('agencies')} empty={say('noAgencies')} items={items} />;
}
