import { HOUSEHOLD_DONE } from '../data/done';
import { graphql } from '../data/graphql';
import { useMe } from '../data/me';
import { ActForm, Opens } from '../kit/act.form';
import { TextField } from '../kit/field';
import { day } from '../words/format';
import { useMapActsWords } from './map.acts.words';

const LIFT = graphql(
  `
    mutation LiftWait($input: LiftWaitInput!, $key: ID!) {
      liftWait(input: $input, key: $key) {
        ...HouseholdDone
      }
    }
  `,
  [HOUSEHOLD_DONE],
);

/** A wait that is over: said on the map, and where the measure that lifts it is done. */
export function LiftWait({ wait, about }: { wait: { id: string; version: number; liftedOn: string | null }; about: string }) {
  const { say, language } = useMapActsWords();
  const { today } = useMe();
  return (
    <Opens label={say('lift')} about={about}>
      {(close) => (
        <ActForm
          act={LIFT}
          start={{ liftedOn: wait.liftedOn ?? today }}
          shared={[
            {
              label: say('liftedOn'),
              stands: wait.liftedOn ? day(wait.liftedOn, language) : '',
              read: ({ liftedOn }) => day(liftedOn, language),
            },
          ]}
          input={({ liftedOn }) => ({ wait: wait.id, seen: wait.version, liftedOn })}
          button={say('lift')}
          said={say('saidLifted')}
          onDone={close}
        >
          {(field) => <TextField label={say('liftedOn')} type="date" max={today} {...field('liftedOn', { needed: true })} />}
        </ActForm>
      )}
    </Opens>
  );
}
