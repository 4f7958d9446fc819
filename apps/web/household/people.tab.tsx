import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../data/graphql';
import { nameIn, useLists } from '../data/lists';
import { Icon } from '../kit/icon';
import { Tag } from '../kit/marks';
import { Answer, Empty } from '../kit/states';
import { day, moment } from '../words/format';
import { usePeopleWords } from './people.words';
import styles from './tabs.module.css';

const PEOPLE = graphql(`
  query People($id: ID!) {
    household(id: $id) {
      id
      lead {
        personId
        personLabel
        fromOn
      }
      deputy {
        personId
        personLabel
        fromOn
      }
      involvements {
        id
        agencyName
        contactPerson
        fromOn
        toOn
      }
      members {
        id
        personId
        name
        birthDate
        role
        capacity
        representedBy
        protectedAddress
        fromOn
        toOn
      }
      shares {
        id
        involvementId
        personIds
        domains
        noteIds
        basis
        need
        fromOn
        toOn
        withdrawnOn
        consentBy
        consentOn
      }
      whoLooked(first: 20) {
        id
        at
        label
        agency
        outcome
      }
    }
  }
`);
type Found = NonNullable<ResultOf<typeof PEOPLE>['household']>;

/** Who they are, who may see what of whom and until when, who helps them, and who looked. */
export default function PeopleTab({ household }: { household: string }) {
  const { say, language } = usePeopleWords();
  const [result, again] = useQuery({ query: PEOPLE, variables: { id: household } });
  return (
    <Answer result={result} pick={(data) => data.household} again={() => again({ requestPolicy: 'network-only' })}>
      {(found) => (
        <div className={styles.stack}>
          <h2>{say('household')}</h2>
          {(found.members ?? []).length === 0 && <Empty>{say('noMembers')}</Empty>}
          <ul className={styles.groups}>
            {(found.members ?? []).map((member) => (
              <li key={member.id} className={styles.card}>
                <h3>{member.name}</h3>
                <p>
                  {say(`role.${member.role}`)}
                  {member.birthDate && <> · {say('born', { date: birth(member.birthDate, language) })}</>}
                  {member.toOn && <> · {say('left', { day: day(member.toOn, language) })}</>}
                </p>
                <p>{say(`capacity.${member.capacity}`)}</p>
                {member.representedBy && <p>{say('represented', { by: member.representedBy })}</p>}
                {member.protectedAddress && (
                  <p>
                    <Tag tone="warn" icon="lock">
                      {say('protected')}
                    </Tag>{' '}
                    {say('protectedWhy')}
                  </p>
                )}
              </li>
            ))}
          </ul>
          <section className={styles.card}>
            <h2>{say('help')}</h2>
            <ul className={styles.rows}>
              {[found.lead, found.deputy].map(
                (one, at) =>
                  one && (
                    <li key={one.personId} className={styles.row}>
                      <Icon name="people" /> {one.personLabel ?? say('colleague')}{' '}
                      <span className="quiet">{say(at === 0 ? 'lead' : 'deputy')}</span>
                    </li>
                  ),
              )}
              {found.involvements
                .filter(({ toOn }) => toOn === null)
                .map(({ id, agencyName, contactPerson }) => (
                  <li key={id} className={styles.row}>
                    {agencyName} {contactPerson && <span className="quiet">{contactPerson}</span>}
                  </li>
                ))}
            </ul>
          </section>
          <Shares found={found} />
          <section className={styles.card}>
            <h2>{say('whoLooked')}</h2>
            <p className="quiet small">{say('whoLookedWhy')}</p>
            <ul className={styles.rows}>
              {(found.whoLooked ?? []).map(({ id, at, label, agency, outcome }) => (
                <li key={id} className={styles.row}>
                  <span className="quiet">{moment(at, language)}</span> {label ?? agency ?? say('member')}{' '}
                  {say(outcome === 'DONE' ? 'changed' : 'looked')}
                </li>
              ))}
            </ul>
          </section>
        </div>
      )}
    </Answer>
  );
}

/** Month and day may be unknown: 00. */
function birth(date: string, language: 'nl' | 'en'): string {
  const [year = '', month, ofMonth] = date.split('-');
  if (month === '00') return year;
  return ofMonth === '00' ? `${month}-${year}` : day(date, language);
}

/** Who may see what of whom, in sentences. */
function Shares({ found }: { found: Found }) {
  const { say, language } = usePeopleWords();
  const lists = useLists();
  const running = (found.shares ?? []).filter(({ withdrawnOn }) => withdrawnOn === null);
  const names = new Map((found.members ?? []).map(({ personId, name }) => [personId, name]));
  const agency = (id: string) => found.involvements.find((one) => one.id === id)?.agencyName ?? '';
  return (
    <section className={styles.card}>
      <h2>{say('shares')}</h2>
      {running.length === 0 && <p className="quiet">{say('noShares')}</p>}
      <ul className={styles.rows}>
        {running.map((share) => (
          <li key={share.id} className={styles.row}>
            <span className={styles.what}>
              <strong>{agency(share.involvementId)}</strong>{' '}
              {share.noteIds.length > 0
                ? say('seesNotes', { count: share.noteIds.length })
                : say('sees', { what: share.domains.map((key) => nameIn(lists?.lifeDomains, key, language)).join(', ') })}{' '}
              {say('of', { who: share.personIds.map((id) => names.get(id) ?? say('member')).join(', ') })}
              <br />
              <span className="quiet small">
                {say('until', { from: day(share.fromOn, language), to: day(share.toOn, language) })} ·{' '}
                {nameIn(lists?.legalBases, share.basis, language)} · {share.need}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
