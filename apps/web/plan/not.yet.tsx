import { Link } from 'wouter';
import { Tag } from '../kit/marks';
import { aboutOf } from './about.rules';
import { alike, forReader, isRepeated, onePerPlace } from './mend.rules';
import { useHere, useLaws, useMend, type Here } from './plan.here';
import type { Plan } from './plan.query';
import { usePlanWords } from './plan.words';
import styles from './plan.module.css';

const decidersOf = ({ asked }: Plan) => asked.filter(({ asWhat, untilOn }) => asWhat === 'DECIDER' && !untilOn);

/** Why this plan cannot be decided yet, as this reader can use it; null = not for this reader, or nothing to decide. */
export const reasonsFor = ({ plan, decides }: Here) =>
  plan.whyNotDecide &&
  onePerPlace(forReader(plan.whyNotDecide, { decides, isAsked: decidersOf(plan).length > 0 }), plan.measures);

/** Where the reasons stand below the step, they are one press away. */
export function ToReasons() {
  const { say } = usePlanWords();
  const here = useHere();
  const reasons = here.plan.status === 'SELECTED' ? reasonsFor(here) : null;
  if (!reasons) return null;
  return (
    <p className={styles.jump}>
      <a href="#not-yet">{reasons.length ? say('toReasons', { count: reasons.length }) : say('ready')}</a>
    </p>
  );
}

/** Everything that keeps the plan from being decided, live, each with the way to what mends it. */
export function NotYet() {
  const { say, language } = usePlanWords();
  const here = useHere();
  const wayOf = useMend();
  const laws = useLaws();
  const reasons = reasonsFor(here);
  if (!reasons) return null;
  const names = {
    ...laws,
    value: (key: Plan['values'][number]['value']) => say(`value.${key}`),
    step: (key: Plan['reverseTest'][number]['step']) => say(`testStep.${key}`),
    perspective: (key: Plan['perspectives'][number]['kind']) => say(`perspective.${key}`),
    person: (id: string) => here.household.members?.find(({ personId }) => personId === id)?.name ?? '',
  };
  const thingOf = ({ code, about }: (typeof reasons)[number]) => aboutOf(code, about, here, names);
  return (
    <aside className={styles.panel} aria-labelledby="not-yet">
      <h2 id="not-yet" tabIndex={-1}>
        {reasons.length ? say('notYet') : say('ready')} {reasons.length > 0 && <Tag tone="warn">{reasons.length}</Tag>}
      </h2>
      {reasons.length === 0 ? (
        <p>
          {here.decides
            ? say('readyWhy')
            : say('readyFor', {
                who: decidersOf(here.plan)
                  .map(({ personLabel }) => personLabel ?? say('somebody'))
                  .join(', '),
              })}
        </p>
      ) : (
        <ul>
          {alike(reasons).map((group) => {
            const [first] = group;
            if (!first) return null;
            return group.length > 1 && isRepeated(first.code) ? (
              <li key={first.code}>
                <span>{say(`many.${first.code}`, { count: group.length })}</span>
                <ul>
                  {group.map((reason) => (
                    <li key={reason.about} data-code={reason.code}>
                      <Link href={wayOf(reason)?.to ?? ''}>
                        <span className="heard">{wayOf(reason)?.words}</span> {thingOf(reason) || reason[language]}
                      </Link>
                    </li>
                  ))}
                </ul>
              </li>
            ) : (
              group.map((reason) => (
                <li key={`${reason.code} ${reason.about ?? ''}`} data-code={reason.code}>
                  <span>
                    {reason[language]} <strong>{thingOf(reason)}</strong>
                  </span>
                  <Link href={wayOf(reason)?.to ?? ''}>
                    {wayOf(reason)?.words} <span className="heard">{thingOf(reason)}</span>
                  </Link>
                </li>
              ))
            );
          })}
        </ul>
      )}
    </aside>
  );
}
