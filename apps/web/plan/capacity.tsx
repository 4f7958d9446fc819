import { useQuery } from 'urql';
import { AFTER_ANY_ACT } from '../data/asked-again';
import { ActForm, Opens } from '../kit/act.form';
import { Select } from '../kit/field';
import { useAfterWords } from './after.words';
import { CAPACITY } from './plan.acts';
import { Part, stands, useHere, Withdraw } from './plan.here';
import { CAPACITY_FACTORS } from './plan.query';
import { usePlanWords } from './plan.words';
import styles from './plan.module.css';

const REASONS = [
  'LOW_LITERACY',
  'DIGITAL_EXCLUSION',
  'LANGUAGE_BARRIER',
  'WRONGLY_INFORMED',
  'NO_NETWORK',
  'GRIEF_OR_CRISIS',
  'ILLNESS',
  'DISABILITY',
  'LIVES_ABROAD',
] as const;

/** Why somebody could not act as the rules expect; only for whoever may read it. */
export function Capacity() {
  const { say } = useAfterWords();
  const { say: sayPlan } = usePlanWords();
  const { plan, household, writes } = useHere();
  const [{ data }] = useQuery({ query: CAPACITY_FACTORS, variables: { plan: plan.id }, context: AFTER_ANY_ACT });
  if (!data?.plan?.capacityFactors) return null;
  const factors = stands(data.plan.capacityFactors);
  const members = stands(household.members).filter(({ toOn }) => toOn === null);
  const nameOf = (person: string) => household.members?.find(({ personId }) => personId === person)?.name ?? sayPlan('member');
  return (
    <Part title={say('capacity')} term="capacity" more={say('capacityWhy')}>
      {factors.length === 0 && <p className="quiet">{say('capacityNone')}</p>}
      <ul className={styles.list}>
        {factors.map(({ id, factor, personId }) => (
          <li key={id}>
            <span className={styles.what}>
              {nameOf(personId)}: {say(`factor.${factor}`)}
            </span>
            <Withdraw entry={id} about={say(`factor.${factor}`)} />
          </li>
        ))}
      </ul>
      {writes && (
        <Opens id="capacity" label={say('capacityAdd')} subtle>
          {(close) => <CapacityForm members={members} close={close} />}
        </Opens>
      )}
    </Part>
  );
}

function CapacityForm({ members, close }: { members: readonly { personId: string; name: string }[]; close: () => void }) {
  const { say } = useAfterWords();
  const { plan } = useHere();
  const start: { person: string; factor: (typeof REASONS)[number] } = {
    person: members[0]?.personId ?? '',
    factor: REASONS[0],
  };
  return (
    <ActForm
      act={CAPACITY}
      start={start}
      input={(typed) => ({ plan: plan.id, ...typed })}
      said={say('saidCapacity')}
      onDone={close}
    >
      {(field) => (
        <div className={styles.pair}>
          <Select label={say('capacityWho')} {...field('person', { needed: true })}>
            {members.map(({ personId, name }) => (
              <option key={personId} value={personId}>
                {name}
              </option>
            ))}
          </Select>
          <Select label={say('capacityReason')} {...field('factor')}>
            {REASONS.map((factor) => (
              <option key={factor} value={factor}>
                {say(`factor.${factor}`)}
              </option>
            ))}
          </Select>
        </div>
      )}
    </ActForm>
  );
}
