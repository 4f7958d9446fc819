import { useAct } from '../data/act';
import { PLAN_DONE } from '../data/done';
import { graphql, type ResultOf } from '../data/graphql';
import { useMe } from '../data/me';
import { ActForm, Opens } from '../kit/act.form';
import { sharedText } from '../kit/act.form.rules';
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
      <Acts line={line} may={isOpen} />
    </li>
  );
}

/** Kept is one press; later and broken ask what the household has to hear. Who is at it already is not stopped by a colleague. */
function Acts({ line, may }: { line: PromiseLine; may: boolean }) {
  const { say, language } = usePromisesWords();
  const me = useMe();
  const keep = useAct(KEEP);
  const at = { plan: line.planId, commitment: line.id, seen: line.version };
  return (
    <>
      {may && (
        <Button
          purpose="secondary"
          busy={keep.busy}
          onClick={() =>
            void keep.go({ input: { ...at, keptOn: me.today } }).then(({ kind }) => kind === 'done' && tell(say('saidKept')))
          }
        >
          {say('keep')} <span className="heard">{line.what}</span>
        </Button>
      )}
      <Opens label={say('late')} about={line.what} may={may} subtle>
        {(close) => (
          <ActForm
            act={LATE}
            start={{ reason: '', newDueOn: '', toldOn: me.today }}
            input={(typed) => ({ ...at, ...typed })}
            shared={[
              sharedText('reason', say('why'), line.lateReason),
              {
                label: say('newDay'),
                stands: line.newDueOn ? day(line.newDueOn, language) : '',
                now: { newDueOn: line.newDueOn ?? '' },
                read: ({ newDueOn }) => (newDueOn ? day(newDueOn, language) : ''),
              },
            ]}
            said={say('saidLate')}
            onDone={close}
          >
            {(field) => (
              <>
                <TextField label={say('why')} {...field('reason', { needed: true })} />
                <TextField label={say('newDay')} type="date" min={me.today} {...field('newDueOn', { needed: true })} />
                <TextField label={say('toldDay')} type="date" max={me.today} {...field('toldOn', { needed: true })} />
              </>
            )}
          </ActForm>
        )}
      </Opens>
      <Opens label={say('broken')} about={line.what} may={may} subtle>
        {(close) => (
          <ActForm
            act={BREAK}
            start={{ reason: '' }}
            input={(typed) => ({ ...at, ...typed, brokenOn: me.today })}
            shared={[
              {
                label: say('promise'),
                stands: [
                  say(`state.${line.state}`),
                  say('dueOn', { day: day(line.newDueOn ?? line.dueOn, language) }),
                  line.lateReason,
                ]
                  .filter(Boolean)
                  .join(', '),
                read: ({ reason }) => `${say('state.BROKEN')}, ${reason}`,
              },
            ]}
            said={say('saidBroken')}
            onDone={close}
          >
            {(field) => <TextField label={say('why')} {...field('reason', { needed: true })} />}
          </ActForm>
        )}
      </Opens>
      <Refusal outcome={keep.outcome} />
    </>
  );
}
