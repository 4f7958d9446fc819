import { useState } from 'react';
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

/** What is compared, in the order of the page. */
const ROWS = [
  'status',
  'goals',
  'measures',
  'test',
  'values',
  'saving',
  'funding',
  'grounds',
  'perspectives',
  'agreement',
  'text',
] as const;

/** Two versions beside each other, field by field, and the way to a next one. */
export default function VersionsStep() {
  const { household, plan, holds } = useHere();
  const [result, again] = useQuery({ query: VERSIONS, variables: { id: household.id }, requestPolicy: 'cache-and-network' });
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

/** One line of a version: what it is, by which it is found in the other version, and what is said of it. A line that is read by itself is nothing. */
interface Line {
  is?: string;
  text: string;
  verdict?: Version['values'][number]['verdict'] | null;
}

function Sides({ left, right }: { left: Version; right: Version }) {
  const { say, language } = usePlanWords();
  const { agencyOf } = useHere();
  const { article } = useLaws();
  const lists = useLists();
  const payer = (key: string) => nameIn(lists?.payers, key, language);

  const rows: Record<(typeof ROWS)[number], (version: Version) => Line[]> = {
    status: ({ status, decidedOn, stoppedOn }) => {
      const on = stoppedOn ?? decidedOn;
      return [{ text: `${say(`status.${status}`)}${on ? `, ${day(on, language)}` : ''}` }];
    },
    goals: ({ goals }) =>
      stands(goals).map(({ words, firstStep }) => ({
        is: words,
        text: firstStep ? `${words} ${say('firstStep')}: ${firstStep}` : words,
      })),
    measures: ({ measures }) =>
      stands(measures).map(({ result, involvementId, dueOn }) => ({
        is: `${result} ${involvementId}`,
        text: `${result} ${agencyOf(involvementId)}, ${say('before', { day: day(dueOn, language) })}`,
      })),
    test: ({ reverseTest }) =>
      TEST.map((step) => ({ is: step, text: reverseTest.find((one) => one.step === step)?.answer ?? say('empty') })),
    values: ({ values }) =>
      VALUES.map((value) => {
        const given = values.find((one) => one.value === value);
        return {
          is: value,
          text: `${say(`value.${value}`)} ${given?.argument ?? ''}`.trim(),
          verdict: given?.verdict ?? null,
        };
      }),
    saving: ({ comparison }) => [{ text: comparison?.savingCents ? money(comparison.savingCents, language) : say('unknown') }],
    funding: ({ measures }) =>
      stands(measures).flatMap(({ result, shares }) =>
        shares.map((share) => ({
          is: `${result} ${share.payer}`,
          text: `${result} ${payer(share.payer)}, ${percent(Number(share.percent) / 100, language)}`,
        })),
      ),
    grounds: ({ grounds }) =>
      [...new Set(grounds.map(article))]
        .sort((one, other) => one.localeCompare(other, language))
        .map((text) => ({ is: text, text })),
    perspectives: ({ perspectives }) =>
      PERSPECTIVES.map((kind) => ({
        text: say(`perspective.${kind}`),
        verdict: perspectives.find((one) => one.kind === kind)?.verdict ?? null,
      })),
    agreement: ({ agreements }) => {
      const said = stands(agreements).filter(({ counts }) => counts);
      return said.length === 0
        ? [{ text: say('agreementNone') }]
        : said.map(({ state }) => ({ text: say(`agreementState.${state}`) }));
    },
    text: ({ decisionText }) => [{ text: decisionText ?? say('none') }],
  };

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
          {ROWS.map((name) => {
            const [here, there] = [rows[name](left), rows[name](right)];
            return (
              <tr key={name}>
                <th scope="row">{say(`row.${name}`)}</th>
                {isSame(here, there) ? (
                  <td colSpan={2}>
                    <Tag>{say('same')}</Tag>
                    <Lines lines={here} other={there} />
                  </td>
                ) : (
                  <>
                    <td>
                      <Lines lines={here} other={there} />
                    </td>
                    <td>
                      <Lines lines={there} other={here} />
                    </td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Sideways>
  );
}

const said = ({ text, verdict }: Line) => `${text} ${verdict ?? ''}`;
const isSame = (here: readonly Line[], there: readonly Line[]) =>
  here.length === there.length && here.every((line) => there.some((other) => said(other) === said(line)));

/** What is only here, and what is here but said differently, is marked; what did not change is just read. */
function Lines({ lines, other }: { lines: readonly Line[]; other: readonly Line[] }) {
  const { say } = usePlanWords();
  if (lines.length === 0) return <span className="quiet">{say('none')}</span>;
  return (
    <ul>
      {lines.map((line, at) => {
        const twin = line.is && other.find(({ is }) => is === line.is);
        return (
          <li key={at}>
            {line.text} {line.verdict !== undefined && <VerdictTag verdict={line.verdict} />}{' '}
            {line.is && !twin && <Tag tone="accent">{say('only')}</Tag>}
            {twin && said(twin) !== said(line) && <Tag tone="warn">{say('other')}</Tag>}
          </li>
        );
      })}
    </ul>
  );
}
