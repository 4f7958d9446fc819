import { useState } from 'react';
import { useAct } from '../data/act';
import { PLAN_DONE } from '../data/done';
import { graphql, type ResultOf } from '../data/graphql';
import { useMe } from '../data/me';
import { Button } from '../kit/button';
import { TextField } from '../kit/field';
import { Tag } from '../kit/marks';
import { Refusal } from '../kit/reasons';
import { tell } from '../kit/said';
import { Answer, Empty } from '../kit/states';
import { day } from '../words/format';
import { useHousehold } from './household.question';
import { groupPromises, type PromiseGroup } from './promises.rules';
import { usePromisesWords } from './promises.words';
import styles from './tabs.module.css';

const PROMISES = graphql(`
  query Promises($id: ID!) {
    household(id: $id) {
      id
      involvements {
        id
        agencyName
      }
      members {
        personId
        name
      }
      plan {
        id
        commitments {
          id
          planId
          version
          what
          dueOn
          newDueOn
          keptOn
          brokenOn
          brokenReason
          lateReason
          toldOn
          state
          wasLate
          certainty
          involvementId
          personId
          professionalId
          professionalLabel
        }
      }
    }
  }
`);
type Found = NonNullable<ResultOf<typeof PROMISES>['household']>;
export type PromiseLine = NonNullable<Found['plan']>['commitments'][number];

const KEEP = graphql(
  `
    mutation KeepPromise($input: KeepCommitmentInput!, $key: ID!) {
      keepCommitment(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
const LATE = graphql(
  `
    mutation PromiseLate($input: ReportLateInput!, $key: ID!) {
      reportLate(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);

const BREAK = graphql(
  `
    mutation PromiseBroken($input: BreakCommitmentInput!, $key: ID!) {
      breakCommitment(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);

/** What was promised, per who promised it: late first, kept last, and whether the household was told. */
export default function PromisesTab({ household }: { household: string }) {
  const { say } = usePromisesWords();
  const [result, again] = useHousehold(PROMISES, household);
  return (
    <Answer result={result} pick={(data) => data.household} again={again}>
      {(found) => {
        const groups = groupPromises(found.plan?.commitments ?? [], namesOf(found, say('team')));
        return groups.length === 0 ? (
          <Empty>{found.plan ? say('none') : say('noPlan')}</Empty>
        ) : (
          <ul className={styles.groups}>
            {groups.map((group) => (
              <Group key={group.who} group={group} />
            ))}
          </ul>
        );
      }}
    </Answer>
  );
}

const namesOf = (found: Found, team: string) => {
  const names = new Map<string, string>([
    ...found.involvements.map(({ id, agencyName }) => [id, agencyName] as const),
    ...(found.members ?? []).map(({ personId, name }) => [personId, name] as const),
  ]);
  return ({ involvementId, personId, professionalLabel }: PromiseLine) =>
    names.get(involvementId ?? personId ?? '') ?? professionalLabel ?? team;
};

function Group({ group }: { group: PromiseGroup<PromiseLine> }) {
  const { say } = usePromisesWords();
  const counts = (['late', 'open', 'kept', 'broken'] as const).filter((one) => group[one] > 0);
  return (
    <li className={styles.card}>
      <h2>{group.who}</h2>
      <p className="quiet small">{counts.map((one) => say(`counts.${one}`, { count: group[one] })).join(' · ')}</p>
      <ul className={styles.rows}>
        {group.lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </li>
  );
}

const TONES = { OPEN: 'quiet', KEPT: 'open', LATE: 'warn', OVERDUE: 'warn', BROKEN: 'knot' } as const;
const ICONS = { OPEN: 'flag', KEPT: 'tick', LATE: 'clock', OVERDUE: 'clock', BROKEN: 'cross' } as const;

function Line({ line }: { line: PromiseLine }) {
  const { say, language } = usePromisesWords();
  const on = (date: string | null) => (date ? day(date, language) : '');
  const isOpen = line.state === 'OPEN' || line.state === 'LATE' || line.state === 'OVERDUE';
  return (
    <li id={line.id} tabIndex={-1} className={styles.row}>
      <div className={styles.what}>
        <Tag tone={TONES[line.state]} icon={ICONS[line.state]}>
          {say(`state.${line.state}`)}
        </Tag>{' '}
        <strong>{line.what}</strong>
        <p className="quiet small">
          {line.state === 'KEPT' && say('keptOn', { day: on(line.keptOn) })}
          {line.state === 'BROKEN' && say('brokenOn', { day: on(line.brokenOn), reason: line.brokenReason ?? '' })}
          {isOpen && say('dueOn', { day: on(line.newDueOn ?? line.dueOn) })}
          {line.newDueOn && <> · {say('was', { day: on(line.dueOn) })}</>}
          {line.lateReason && <> · {line.lateReason}</>}
        </p>
        {(line.wasLate || line.state === 'OVERDUE') && (
          <p className="small">
            {line.toldOn ? (
              <Tag tone="open" icon="tick">
                {say('toldOn', { day: on(line.toldOn) })}
              </Tag>
            ) : (
              <Tag tone="warn" icon="clock">
                {say('notTold')}
              </Tag>
            )}
          </p>
        )}
      </div>
      {isOpen && <Acts line={line} />}
    </li>
  );
}

/** Kept is one press; later and broken ask what the household has to hear. */
function Acts({ line }: { line: PromiseLine }) {
  const { say } = usePromisesWords();
  const me = useMe();
  const keep = useAct(KEEP);
  const late = useAct(LATE);
  const broke = useAct(BREAK);
  const [asks, setAsks] = useState<'late' | 'broken' | null>(null);
  const at = { plan: line.planId, commitment: line.id, seen: line.version };
  const send = (given: FormData) => {
    const text = (name: string) => {
      const value = given.get(name);
      return typeof value === 'string' ? value : '';
    };
    const words = { reason: text('reason') };
    if (asks === 'late') {
      const input = { ...at, ...words, newDueOn: text('newDueOn'), toldOn: text('toldOn') };
      void late.go({ input }).then(({ kind }) => kind === 'done' && (setAsks(null), tell(say('saidLate'))));
    } else {
      const input = { ...at, ...words, brokenOn: me.today };
      void broke.go({ input }).then(({ kind }) => kind === 'done' && (setAsks(null), tell(say('saidBroken'))));
    }
  };

  return (
    <>
      <div className={styles.acts}>
        <Button
          purpose="secondary"
          busy={keep.busy}
          onClick={() =>
            void keep.go({ input: { ...at, keptOn: me.today } }).then(({ kind }) => kind === 'done' && tell(say('saidKept')))
          }
        >
          {say('keep')} <span className="heard">{line.what}</span>
        </Button>
        {(['late', 'broken'] as const).map((one) => (
          <Button key={one} purpose="subtle" aria-expanded={asks === one} onClick={() => setAsks(asks === one ? null : one)}>
            {say(one)} <span className="heard">{line.what}</span>
          </Button>
        ))}
      </div>
      {asks && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            send(new FormData(event.currentTarget));
          }}
        >
          <TextField label={say('why')} name="reason" required autoFocus />
          {asks === 'late' && (
            <>
              <TextField label={say('newDay')} name="newDueOn" type="date" required min={me.today} />
              <TextField label={say('toldDay')} name="toldOn" type="date" required defaultValue={me.today} max={me.today} />
            </>
          )}
          <Button purpose="primary" type="submit" busy={late.busy || broke.busy}>
            {say('save')}
          </Button>
        </form>
      )}
      <Refusal outcome={keep.outcome} />
      <Refusal outcome={late.outcome} />
      <Refusal outcome={broke.outcome} />
    </>
  );
}
