import { useState } from 'react';
import { useQuery } from 'urql';
import { useAct } from '../data/act';
import { graphql, type ResultOf } from '../data/graphql';
import { useMe } from '../data/me';
import { Button } from '../kit/button';
import { TextField } from '../kit/field';
import { Tag } from '../kit/marks';
import { Refusal } from '../kit/reasons';
import { tell } from '../kit/said';
import { Answer, Empty } from '../kit/states';
import { day } from '../words/format';
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
        }
      }
    }
  }
`);
type Found = NonNullable<ResultOf<typeof PROMISES>['household']>;
export type PromiseLine = NonNullable<Found['plan']>['commitments'][number];

const KEEP = graphql(`
  mutation KeepPromise($input: KeepCommitmentInput!, $key: ID!) {
    keepCommitment(input: $input, key: $key) {
      ... on BreakthroughPlan {
        id
        version
      }
      ... on PlanRefused {
        reasons {
          code
          nl
          en
          about
        }
        changes {
          act
          at
          by
          version
        }
      }
    }
  }
`);
const LATE = graphql(`
  mutation PromiseLate($input: ReportLateInput!, $key: ID!) {
    reportLate(input: $input, key: $key) {
      ... on BreakthroughPlan {
        id
        version
      }
      ... on PlanRefused {
        reasons {
          code
          nl
          en
          about
        }
        changes {
          act
          at
          by
          version
        }
      }
    }
  }
`);

/** What was promised, per who promised it: late first, kept last, and whether the household was told. */
export default function PromisesTab({ household }: { household: string }) {
  const { say } = usePromisesWords();
  const [result, again] = useQuery({ query: PROMISES, variables: { id: household } });
  return (
    <Answer result={result} pick={(data) => data.household} again={() => again({ requestPolicy: 'network-only' })}>
      {(found) => {
        const groups = groupPromises(found.plan?.commitments ?? [], namesOf(found, say('team')));
        return groups.length === 0 ? (
          <Empty>{found.plan ? say('none') : say('noPlan')}</Empty>
        ) : (
          <ul className={styles.groups}>
            {groups.map((group) => (
              <Group key={group.who} group={group} plan={found.plan?.id ?? ''} />
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
  return ({ involvementId, personId }: PromiseLine) => names.get(involvementId ?? personId ?? '') ?? team;
};

function Group({ group, plan }: { group: PromiseGroup<PromiseLine>; plan: string }) {
  const { say } = usePromisesWords();
  return (
    <li className={styles.card}>
      <h2>{group.who}</h2>
      <p className="quiet small">
        {say('counts', { kept: group.kept, late: group.late, broken: group.broken, open: group.open })}
      </p>
      <ul className={styles.rows}>
        {group.lines.map((line) => (
          <Line key={line.id} line={line} plan={plan} />
        ))}
      </ul>
    </li>
  );
}

function Line({ line, plan }: { line: PromiseLine; plan: string }) {
  const { say, language } = usePromisesWords();
  const me = useMe();
  const keep = useAct(KEEP);
  const late = useAct(LATE);
  const [asksLate, setAsksLate] = useState(false);
  const on = (date: string | null) => (date ? day(date, language) : '');
  const isOpen = line.state === 'OPEN' || line.state === 'LATE' || line.state === 'OVERDUE';
  const tone = { OPEN: 'quiet', KEPT: 'open', LATE: 'warn', OVERDUE: 'warn', BROKEN: 'knot' } as const;
  const icon = { OPEN: 'flag', KEPT: 'tick', LATE: 'clock', OVERDUE: 'clock', BROKEN: 'cross' } as const;

  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Tag tone={tone[line.state]} icon={icon[line.state]}>
          {say(`state.${line.state}`)}
        </Tag>{' '}
        <strong>{line.what}</strong>
        <p className="quiet small">
          {line.state === 'KEPT' && say('keptOn', { day: on(line.keptOn) })}
          {line.state === 'BROKEN' && say('brokenOn', { day: on(line.brokenOn), reason: line.brokenReason ?? '' })}
          {isOpen && say('dueOn', { day: on(line.newDueOn ?? line.dueOn) })}
          {line.newDueOn && <> · {say('was', { day: on(line.dueOn) })}</>}
          {line.lateReason && <> · {line.lateReason}</>}
          {(line.wasLate || line.state === 'OVERDUE') && (
            <> · {line.toldOn ? say('toldOn', { day: on(line.toldOn) }) : say('notTold')}</>
          )}
        </p>
      </div>
      {isOpen && plan && (
        <div className={styles.acts}>
          <Button
            purpose="secondary"
            busy={keep.busy}
            onClick={() =>
              void keep
                .go({ input: { plan, commitment: line.id, keptOn: me.today, seen: line.version } })
                .then(({ kind }) => kind === 'done' && tell(say('saidKept')))
            }
          >
            {say('keep')} <span className="heard">{line.what}</span>
          </Button>
          <Button purpose="subtle" aria-expanded={asksLate} onClick={() => setAsksLate(!asksLate)}>
            {say('late')} <span className="heard">{line.what}</span>
          </Button>
        </div>
      )}
      {asksLate && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            const given = new FormData(event.currentTarget);
            const text = (name: string) => {
              const typed = given.get(name);
              return typeof typed === 'string' ? typed : '';
            };
            void late
              .go({
                input: {
                  plan,
                  commitment: line.id,
                  newDueOn: text('newDueOn'),
                  reason: text('reason'),
                  toldOn: me.today,
                  seen: line.version,
                },
              })
              .then(({ kind }) => {
                if (kind !== 'done') return;
                setAsksLate(false);
                tell(say('saidLate'));
              });
          }}
        >
          <TextField label={say('newDay')} name="newDueOn" type="date" required min={me.today} />
          <TextField label={say('why')} name="reason" required />
          <p className="quiet small">{say('tellsToday')}</p>
          <Button purpose="primary" type="submit" busy={late.busy}>
            {say('told')}
          </Button>
        </form>
      )}
      <Refusal outcome={keep.outcome} />
      <Refusal outcome={late.outcome} />
    </li>
  );
}
