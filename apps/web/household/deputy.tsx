import { useQuery } from 'urql';
import { HOUSEHOLD_DONE } from '../data/done';
import { graphql } from '../data/graphql';
import { ActForm, Opens } from '../kit/act.form';
import { Select } from '../kit/field';
import { useDeputyWords } from './deputy.words';

const ASSIGN = graphql(
  `
    mutation AssignDeputy($input: AssignInput!, $key: ID!) {
      assignDeputy(input: $input, key: $key) {
        ...HouseholdDone
      }
    }
  `,
  [HOUSEHOLD_DONE],
);
const HOLDERS = graphql(`
  query WhoCanHold {
    professionals(suitedTo: HOLD) {
      id
      label
    }
  }
`);

interface Held {
  id: string;
  version: number;
  lead: { personId: string } | null;
  deputy: { personId: string; personLabel: string | null } | null;
}

/** Names who takes over when the lead is away; without such a person no plan begins. */
export function Deputy({ household, id }: { household: Held; id?: string }) {
  const { say } = useDeputyWords();
  const { deputy } = household;
  return (
    <Opens {...(id ? { id } : {})} label={say(deputy ? 'change' : 'add')} subtle={deputy !== null}>
      {(close) => <DeputyForm household={household} close={close} />}
    </Opens>
  );
}

function DeputyForm({ household, close }: { household: Held; close: () => void }) {
  const { say } = useDeputyWords();
  const [{ data }] = useQuery({ query: HOLDERS });
  const { lead, deputy } = household;
  const nameOf = (person: string) => data?.professionals.find(({ id }) => id === person)?.label ?? '';
  return (
    <ActForm
      act={ASSIGN}
      start={{ person: '' }}
      input={({ person }) => ({ household: household.id, person, seen: household.version })}
      shared={[{ label: say('deputy'), stands: deputy?.personLabel ?? '', read: ({ person }) => nameOf(person) }]}
      button={say(deputy ? 'change' : 'add')}
      said={say('said')}
      onDone={close}
    >
      {(field) => (
        <Select label={say('who')} {...field('person', { needed: true })}>
          <option value="">{say('choose')}</option>
          {data?.professionals
            .filter(({ id }) => id !== lead?.personId && id !== deputy?.personId)
            .map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
        </Select>
      )}
    </ActForm>
  );
}
