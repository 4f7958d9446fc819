import { useQuery } from 'urql';
import { HOUSEHOLD_DONE } from '../data/done';
import { graphql } from '../data/graphql';
import { nameIn, useLists } from '../data/lists';
import { useMe } from '../data/me';
import { Boxes, Opens, ActForm } from '../kit/act.form';
import { Select, TextArea, TextField } from '../kit/field';
import { capital, shortName } from './household.rules';
import { basesFor, shareEnds } from './share.rules';
import { useShareWords } from './share.words';

/** What the forms of this file need to know of a household. */
export interface Sharing {
  id: string;
  involvements: readonly {
    id: string;
    agencyName: string;
    agencyType: string;
    toOn: string | null;
    withdrawnOn: string | null;
  }[];
  members: readonly { personId: string; name: string | null; toOn: string | null }[] | null;
}

/** Notes are about somebody's care: they are read when somebody is about to share, not with the page. */
const TO_SHARE = graphql(`
  query ToShare($household: ID!) {
    household(id: $household) {
      id
      handlingNotes {
        id
        text
        withdrawnOn
      }
    }
    legalBases {
      key
      article
      law
      purposes
      domains
      recipients
      needsConsent
      validFrom
      validTo
      name {
        nl
        en
      }
    }
  }
`);
const SHARE = graphql(
  `
    mutation ShareWith($input: ShareInput!, $key: ID!) {
      share(input: $input, key: $key) {
        ...HouseholdDone
      }
    }
  `,
  [HOUSEHOLD_DONE],
);
const STOP = graphql(
  `
    mutation StopShare($input: WithdrawShareInput!, $key: ID!) {
      withdrawShare(input: $input, key: $key) {
        ...HouseholdDone
      }
    }
  `,
  [HOUSEHOLD_DONE],
);
const NOTE = graphql(
  `
    mutation AddHandlingNote($input: AddHandlingNoteInput!, $key: ID!) {
      addHandlingNote(input: $input, key: $key) {
        ...HouseholdDone
      }
    }
  `,
  [HOUSEHOLD_DONE],
);

const HOWS = ['ALOUD', 'ALOUD_WITH_MENTOR', 'IN_WRITING', 'BY_REPRESENTATIVE'] as const;
type Purpose = Parameters<ReturnType<typeof useShareWords>['say']>[0];

/** Lets an agency see something: on a basis of law, of named people, for a purpose, until a day. */
export function ShareForm({ found, close }: { found: Sharing; close: () => void }) {
  const { say, language } = useShareWords();
  const { today } = useMe();
  const lists = useLists();
  const [{ data }] = useQuery({ query: TO_SHARE, variables: { household: found.id } });
  const members = (found.members ?? []).filter(({ toOn }) => toOn === null);
  const agencies = found.involvements.filter(({ toOn, withdrawnOn }) => withdrawnOn === null && (toOn === null || toOn >= today));
  const notes = (data?.household?.handlingNotes ?? []).filter(({ withdrawnOn, text }) => withdrawnOn === null && text !== null);
  const start = {
    ...{ involvement: '', basis: '', purpose: '', need: '', toOn: shareEnds(today) },
    ...{ personIds: members.length === 1 ? members.map(({ personId }) => personId) : ([] as string[]) },
    ...{ domains: [] as string[], noteIds: [] as string[], by: members[0]?.personId ?? '', how: 'ALOUD' as const, on: today },
  };
  return (
    <ActForm
      act={SHARE}
      start={start}
      input={({ by, how, on, ...typed }) => {
        const basis = data?.legalBases.find(({ key }) => key === typed.basis);
        const [first, ...others] = basis?.purposes ?? [];
        return {
          ...typed,
          household: found.id,
          fromOn: today,
          purpose: others.length > 0 ? typed.purpose : (first ?? ''),
          domains: typed.domains.filter((domain) => basis?.domains.includes(domain)),
          consent: basis?.needsConsent ? { by, how, on } : null,
        };
      }}
      button={say('share')}
      said={say('shared')}
      onDone={close}
    >
      {(field, form) => {
        const agency = agencies.find(({ id }) => id === form.watch('involvement'));
        const bases = agency ? basesFor(data?.legalBases ?? [], agency.agencyType, today) : [];
        const basis = bases.find(({ key }) => key === form.watch('basis'));
        const law = (key: string | null) => lists?.laws.find((one) => one.key === key)?.shortTitle ?? '';
        return (
          <>
            <Select label={say('agency')} {...field('involvement', { needed: true, onChange: () => form.setValue('basis', '') })}>
              <option value="">{say('choose')}</option>
              {agencies.map(({ id, agencyName }) => (
                <option key={id} value={id}>
                  {capital(shortName(agencyName))}
                </option>
              ))}
            </Select>
            {agency && bases.length === 0 && data && <p>{say('noBasis')}</p>}
            {bases.length > 0 && (
              <Select label={say('basis')} hint={say('basisHint')} {...field('basis', { needed: true })}>
                <option value="">{say('choose')}</option>
                {bases.map((one) => (
                  <option key={one.key} value={one.key}>
                    {one.name[language]} ({[law(one.law), one.article].filter(Boolean).join(' ')})
                  </option>
                ))}
              </Select>
            )}
            {basis && (
              <>
                {basis.purposes.length > 1 && (
                  <Select label={say('purpose')} {...field('purpose', { needed: true })}>
                    <option value="">{say('choose')}</option>
                    {basis.purposes.map((key) => (
                      <option key={key} value={key}>
                        {say(`purposes.${key}` as Purpose)}
                      </option>
                    ))}
                  </Select>
                )}
                <Boxes
                  legend={say('persons')}
                  field={field}
                  name="personIds"
                  options={members.map(({ personId, name }) => ({ value: personId, label: name ?? '' }))}
                />
                <Boxes
                  legend={say('domains')}
                  field={field}
                  name="domains"
                  options={basis.domains.map((key) => ({ value: key, label: nameIn(lists?.lifeDomains, key, language) }))}
                />
                <Boxes
                  legend={say('notes')}
                  field={field}
                  name="noteIds"
                  options={notes.map(({ id, text }) => ({ value: id, label: text ?? '' }))}
                />
                <TextField label={say('need')} {...field('need', { needed: true })} />
                {basis.needsConsent && (
                  <>
                    <Select label={say('consentBy')} {...field('by', { needed: true })}>
                      {members.map(({ personId, name }) => (
                        <option key={personId} value={personId}>
                          {name}
                        </option>
                      ))}
                    </Select>
                    <Select label={say('consentHow')} {...field('how')}>
                      {HOWS.map((how) => (
                        <option key={how} value={how}>
                          {say(`hows.${how}`)}
                        </option>
                      ))}
                    </Select>
                    <TextField label={say('consentOn')} type="date" max={today} {...field('on', { needed: true })} />
                  </>
                )}
                <TextField
                  label={say('until')}
                  hint={say('untilHint')}
                  type="date"
                  min={today}
                  {...field('toOn', { needed: true })}
                />
              </>
            )}
          </>
        );
      }}
    </ActForm>
  );
}

/** Ends a share from today, with a reason. */
export function StopShare({ share, about }: { share: { id: string; version: number }; about: string }) {
  const { say } = useShareWords();
  return (
    <Opens label={say('stop')} about={about}>
      {(close) => (
        <ActForm
          act={STOP}
          start={{ reason: '' }}
          input={({ reason }) => ({ share: share.id, seen: share.version, reason })}
          button={say('stop')}
          said={say('stopped')}
          onDone={close}
        >
          {(field) => <TextField label={say('stopWhy')} {...field('reason', { needed: true })} />}
        </ActForm>
      )}
    </Opens>
  );
}

/** How to deal with somebody, in a sentence that can be shared alone. */
export function NoteForm({ found, close }: { found: Sharing; close: () => void }) {
  const { say } = useShareWords();
  const members = (found.members ?? []).filter(({ toOn }) => toOn === null);
  return (
    <ActForm
      act={NOTE}
      start={{ person: members[0]?.personId ?? '', text: '' }}
      input={(typed) => ({ household: found.id, ...typed })}
      button={say('noteSave')}
      said={say('noteSaved')}
      onDone={close}
    >
      {(field) => (
        <>
          {members.length > 1 && (
            <Select label={say('noteAbout')} {...field('person', { needed: true })}>
              {members.map(({ personId, name }) => (
                <option key={personId} value={personId}>
                  {name}
                </option>
              ))}
            </Select>
          )}
          <TextArea label={say('noteText')} hint={say('noteHint')} rows={2} {...field('text', { needed: true })} />
        </>
      )}
    </ActForm>
  );
}
