import { useState } from 'react';
import { useAct } from '../data/act';
import { Button } from '../kit/button';
import { Select } from '../kit/field';
import { Tag } from '../kit/marks';
import { Refusal } from '../kit/reasons';
import { tell } from '../kit/said';
import { day, money } from '../words/format';
import { NEW_VERSION } from './plan.acts';
import { Part, stands, useHere } from './plan.here';
import type { PlanHousehold } from './plan.query';
import { usePlanWords } from './plan.words';
import { VerdictTag } from './values.step';
import styles from './plan.module.css';

type Version = NonNullable<PlanHousehold['plans']>[number];
const VALUES = ['LEGITIMACY', 'ENGAGEMENT', 'PUBLIC_RETURN'] as const;

/** Two versions beside each other, and the way to a next one. */
export function VersionsStep() {
  const { say } = usePlanWords();
  const { household, plan, holds } = useHere();
  const versions = household.plans ?? [];
  const [chosen, choose] = useState<{ left?: string; right?: string }>({});
  const right = versions.find(({ id }) => id === chosen.right) ?? versions[0];
  const left = versions.find(({ id }) => id === chosen.left) ?? versions[1];
  return (
    <>
      {holds && plan.status !== 'SELECTED' && <NewVersion />}
      <Part title={say('versions')}>
        {!left || !right ? (
          <p className="quiet">{say('oneVersion')}</p>
        ) : (
          <>
            <div className={styles.pair}>
              <Which label={say('left')} value={left.id} onChange={(id) => choose({ ...chosen, left: id })} />
              <Which label={say('right')} value={right.id} onChange={(id) => choose({ ...chosen, right: id })} />
            </div>
            <Sides left={left} right={right} />
          </>
        )}
      </Part>
    </>
  );
}

function Which({ label, value, onChange }: { label: string; value: string; onChange: (id: string) => void }) {
  const { say } = usePlanWords();
  const { household } = useHere();
  return (
    <Select label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {household.plans?.map(({ id, number, status }) => (
        <option key={id} value={id}>
          {say('versionOf', { number, status: say(`status.${status}`) })}
        </option>
      ))}
    </Select>
  );
}

function NewVersion() {
  const { say } = usePlanWords();
  const { plan } = useHere();
  const { go, busy, outcome } = useAct(NEW_VERSION);
  return (
    <Part title={say('newVersion')} more={say('newVersionWhy')}>
      <Button
        purpose="secondary"
        busy={busy}
        onClick={() => void go({ input: { plan: plan.id } }).then(({ kind }) => kind === 'done' && tell(say('saidVersion')))}
      >
        {say('newVersion')}
      </Button>
      <Refusal outcome={outcome} />
    </Part>
  );
}

function Sides({ left, right }: { left: Version; right: Version }) {
  const { say, language } = usePlanWords();
  const status = ({ status: state, decidedOn, stoppedOn }: Version) => {
    const on = stoppedOn ?? decidedOn;
    return `${say(`status.${state}`)}${on ? `, ${day(on, language)}` : ''}`;
  };
  const saving = ({ comparison }: Version) =>
    comparison?.savingCents ? money(comparison.savingCents, language) : say('unknown');
  const values = ({ values: given }: Version) => (
    <ul>
      {VALUES.map((value) => (
        <li key={value}>
          {say(`value.${value}`)} <VerdictTag verdict={given.find((one) => one.value === value)?.verdict ?? null} />
        </li>
      ))}
    </ul>
  );
  const goals = ({ goals: all }: Version) => stands(all).map(({ words }) => words);
  const measures = ({ measures: all }: Version) => stands(all).map(({ result }) => result);
  return (
    <div className={styles.lines}>
      <table className={styles.sides}>
        <thead>
          <tr>
            <td />
            <th scope="col">{say('version', { number: left.number })}</th>
            <th scope="col">{say('version', { number: right.number })}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say('row.status')}</th>
            <td>{status(left)}</td>
            <td>{status(right)}</td>
          </tr>
          {(
            [
              ['goals', goals],
              ['measures', measures],
            ] as const
          ).map(([row, of]) => (
            <tr key={row}>
              <th scope="row">{say(`row.${row}`)}</th>
              <td>
                <Texts texts={of(left)} other={of(right)} />
              </td>
              <td>
                <Texts texts={of(right)} other={of(left)} />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{say('row.values')}</th>
            <td>{values(left)}</td>
            <td>{values(right)}</td>
          </tr>
          <tr>
            <th scope="row">{say('row.saving')}</th>
            <td>{saving(left)}</td>
            <td>{saving(right)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Texts({ texts, other }: { texts: string[]; other: string[] }) {
  const { say } = usePlanWords();
  if (texts.length === 0) return <span className="quiet">{say('none')}</span>;
  return (
    <ul>
      {texts.map((text, at) => (
        <li key={at}>
          {text} {!other.includes(text) && <Tag tone="accent">{say('only')}</Tag>}
        </li>
      ))}
    </ul>
  );
}
