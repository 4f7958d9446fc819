import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { nameIn, useLists } from '../data/lists';
import { useAct } from '../data/act';
import { Button } from '../kit/button';
import { Select } from '../kit/field';
import { Tag } from '../kit/marks';
import { Refusal } from '../kit/reasons';
import { tell } from '../kit/said';
import { Sideways } from '../kit/sideways';
import { Answer } from '../kit/states';
import { day, money, percent } from '../words/format';
import { NEW_VERSION } from './plan.acts';
import { Part, stands, useHere, useLaws } from './plan.here';
import { VERSIONS, type Version } from './plan.query';
import { usePlanWords } from './plan.words';
import { VerdictTag } from './values.step';
import styles from './plan.module.css';

const VALUES = ['LEGITIMACY', 'ENGAGEMENT', 'PUBLIC_RETURN'] as const;
const PERSPECTIVES = ['LEGAL', 'ECONOMIC', 'SOCIETAL'] as const;
const TEST = ['EFFECT', 'VALUES', 'CONSEQUENCES', 'LEGAL'] as const;

/** Two versions beside each other, field by field, and the way to a next one. */
export default function VersionsStep() {
  const { household, plan, holds } = useHere();
  const [result, again] = useQuery({ query: VERSIONS, variables: { id: household.id } });
  return (
    <>
      {holds && plan.status !== 'SELECTED' && <NewVersion />}
      <Answer result={result} pick={(data) => data.household?.plans} again={() => again({ requestPolicy: 'network-only' })}>
        {(versions) => <Compared versions={versions} />}
      </Answer>
    </>
  );
}

function Compared({ versions }: { versions: readonly Version[] }) {
  const { say } = usePlanWords();
  const [chosen, choose] = useState<{ left?: string; right?: string }>({});
  const right = versions.find(({ id }) => id === chosen.right) ?? versions[0];
  const left = versions.find(({ id }) => id === chosen.left) ?? versions[1];
  return (
    <Part title={say('versions')}>
      {!left || !right ? (
        <p className="quiet">{say('oneVersion')}</p>
      ) : (
        <>
          <div className={styles.pair}>
            <Which versions={versions} label={say('left')} value={left.id} onChange={(id) => choose({ ...chosen, left: id })} />
            <Which
              versions={versions}
              label={say('right')}
              value={right.id}
              onChange={(id) => choose({ ...chosen, right: id })}
            />
          </div>
          <Sides left={left} right={right} />
        </>
      )}
    </Part>
  );
}

function Which({
  versions,
  label,
  value,
  onChange,
}: {
  versions: readonly Version[];
  label: string;
  value: string;
  onChange: (id: string) => void;
}) {
  const { say } = usePlanWords();
  return (
    <Select label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {versions.map(({ id, number, status }) => (
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
  const { agencyOf } = useHere();
  const { article } = useLaws();
  const lists = useLists();
  const payer = (key: string) => nameIn(lists?.payers, key, language);

  /** What can be held against each other text by text. */
  const texts: Record<'goals' | 'measures' | 'funding' | 'grounds', (version: Version) => string[]> = {
    goals: ({ goals }) =>
      stands(goals).map(({ words, firstStep }) => (firstStep ? `${words} ${say('firstStep')}: ${firstStep}` : words)),
    measures: ({ measures }) =>
      stands(measures).map(
        ({ result, involvementId, dueOn }) =>
          `${result} ${agencyOf(involvementId)}, ${say('before', { day: day(dueOn, language) })}`,
      ),
    funding: ({ measures }) =>
      stands(measures).flatMap(({ result, shares }) =>
        shares.map((share) => `${result} ${payer(share.payer)}, ${percent(Number(share.percent) / 100, language)}`),
      ),
    grounds: ({ grounds }) => [...new Set(grounds.map(article))].sort((one, other) => one.localeCompare(other, language)),
  };
  const rows: readonly [
    key: 'status' | 'test' | 'values' | 'perspectives' | 'agreement' | 'saving' | 'text',
    (of: Version) => ReactNode,
  ][] = [
    [
      'status',
      ({ status, decidedOn, stoppedOn }) => {
        const on = stoppedOn ?? decidedOn;
        return `${say(`status.${status}`)}${on ? `, ${day(on, language)}` : ''}`;
      },
    ],
    [
      'test',
      ({ reverseTest }) => (
        <ul>
          {TEST.map((step) => (
            <li key={step}>
              {reverseTest.find((one) => one.step === step)?.answer ?? <span className="quiet">{say('empty')}</span>}
            </li>
          ))}
        </ul>
      ),
    ],
    [
      'values',
      ({ values }) => (
        <ul>
          {VALUES.map((value) => {
            const given = values.find((one) => one.value === value);
            return (
              <li key={value}>
                {say(`value.${value}`)} <VerdictTag verdict={given?.verdict ?? null} /> {given?.argument}
              </li>
            );
          })}
        </ul>
      ),
    ],
    [
      'perspectives',
      ({ perspectives }) => (
        <ul>
          {PERSPECTIVES.map((kind) => (
            <li key={kind}>
              {say(`perspective.${kind}`)} <VerdictTag verdict={perspectives.find((one) => one.kind === kind)?.verdict ?? null} />
            </li>
          ))}
        </ul>
      ),
    ],
    [
      'agreement',
      ({ agreements }) => {
        const said = stands(agreements).filter(({ counts }) => counts);
        return said.length === 0
          ? say('agreementNone')
          : said.map(({ id, state }) => <p key={id}>{say(`agreementState.${state}`)}</p>);
      },
    ],
    ['saving', ({ comparison }) => (comparison?.savingCents ? money(comparison.savingCents, language) : say('unknown'))],
    ['text', ({ decisionText }) => decisionText ?? <span className="quiet">{say('none')}</span>],
  ];
  const row = (key: (typeof rows)[number][0]) => {
    const [, of] = rows.find(([one]) => one === key) ?? [];
    return (
      <tr key={key}>
        <th scope="row">{say(`row.${key}`)}</th>
        <td>{of?.(left)}</td>
        <td>{of?.(right)}</td>
      </tr>
    );
  };
  const compared = (key: keyof typeof texts) => (
    <tr key={key}>
      <th scope="row">{say(`row.${key}`)}</th>
      <td>
        <Texts texts={texts[key](left)} other={texts[key](right)} />
      </td>
      <td>
        <Texts texts={texts[key](right)} other={texts[key](left)} />
      </td>
    </tr>
  );
  return (
    <Sideways name={say('versions')} className={styles.lines}>
      <table className={styles.sides}>
        <thead>
          <tr>
            <td />
            <th scope="col">{say('version', { number: left.number })}</th>
            <th scope="col">{say('version', { number: right.number })}</th>
          </tr>
        </thead>
        <tbody>
          {row('status')}
          {compared('goals')}
          {compared('measures')}
          {(['test', 'values'] as const).map(row)}
          {row('saving')}
          {compared('funding')}
          {compared('grounds')}
          {(['perspectives', 'agreement', 'text'] as const).map(row)}
        </tbody>
      </table>
    </Sideways>
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
