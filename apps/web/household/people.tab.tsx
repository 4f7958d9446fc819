import type { ReactNode } from 'react';
import { graphql, type ResultOf } from '../data/graphql';
import { nameIn, useLists } from '../data/lists';
import { useMe } from '../data/me';
import { Opens } from '../kit/act.form';
import { Explain } from '../kit/explain';
import { Icon } from '../kit/icon';
import { Tag } from '../kit/marks';
import { Answer, Empty } from '../kit/states';
import { Stays } from '../kit/stays';
import { day, moment } from '../words/format';
import { isNamed, useChangesWords } from './changes.words';
import { Deputy } from './deputy';
import { useHousehold } from './household.question';
import { capital, shortName } from './household.rules';
import { isEverybody, sameLooks, whenShared } from './people.rules';
import { usePeopleWords } from './people.words';
import { NoteForm, ShareForm, StopShare } from './share.form';
import { useShareWords } from './share.words';
import styles from './tabs.module.css';

const PEOPLE = graphql(`
  query People($id: ID!) {
    household(id: $id) {
      id
      version
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
        agencyType
        withdrawnOn
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
        version
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
      whoLooked(first: 100) {
        id
        at
        who
        act
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
  const { today, person } = useMe();
  const [result, again] = useHousehold(PEOPLE, household);
  return (
    <Answer result={result} pick={(data) => data.household} again={again}>
      {(found) => (
        <div className={styles.stack}>
          <h2 className="heard">{say('household')}</h2>
          {(found.members ?? []).length === 0 && <Empty>{say('noMembers')}</Empty>}
          <ul className={styles.people}>
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
            <ul className={styles.names}>
              {[found.lead, found.deputy].map(
                (one, at) =>
                  one && (
                    <li key={one.personId}>
                      <Icon name="people" /> <b>{capital(shortName(one.personLabel ?? say('colleague')))}</b>{' '}
                      <span className="quiet">{say(at === 0 ? 'lead' : 'deputy')}</span>
                    </li>
                  ),
              )}
              {found.involvements
                .filter(({ toOn }) => toOn === null || toOn >= today)
                .map(({ id, agencyName, contactPerson }) => (
                  <li key={id}>
                    {capital(shortName(agencyName))} {contactPerson && <span className="quiet">{contactPerson}</span>}
                  </li>
                ))}
            </ul>
            {[found.lead, found.deputy].some((one) => one?.personId === person) && <Deputy household={found} />}
          </section>
          <Shares found={found} />
          <WhoLooked found={found} />
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

/** Who may see what of whom, in sentences; what is over stands folded below. */
function Shares({ found }: { found: Found }) {
  const { say } = usePeopleWords();
  const { say: sayShare } = useShareWords();
  const { today, person } = useMe();
  const holds = [found.lead, found.deputy].some((one) => one?.personId === person);
  const shares = (found.shares ?? []).map((share) => ({ share, when: whenShared(share, today) }));
  const running = shares.filter(({ when }) => when !== 'over');
  const over = shares.filter(({ when }) => when === 'over');
  const list = (some: typeof shares) => (
    <Stays
      lines={some.map(({ share, when }) => ({ ...share, when }))}
      within={(shown) => <ul className={styles.rows}>{shown}</ul>}
    >
      {(share, gone) => (
        <ShareLine share={share} when={share.when} found={found} mayStop={holds && share.when !== 'over'} gone={gone} />
      )}
    </Stays>
  );
  return (
    <section className={styles.card}>
      <div className="explained">
        <h2>{say('shares')}</h2>
        <Explain term="legalBasis" />
      </div>
      {running.length === 0 && <p className="quiet">{say('noShares')}</p>}
      {list(running)}
      {holds && (
        <div className={styles.acts}>
          <Opens label={sayShare('open')}>{(close) => <ShareForm found={found} close={close} />}</Opens>
          <Opens label={sayShare('note')}>{(close) => <NoteForm found={found} close={close} />}</Opens>
        </div>
      )}
      {over.length > 0 && (
        <details>
          <summary>{say('sharesOver', { count: over.length })}</summary>
          {list(over)}
        </details>
      )}
    </section>
  );
}

function ShareLine({
  share,
  when,
  found,
  mayStop,
  gone,
}: {
  share: NonNullable<Found['shares']>[number];
  when: 'now' | 'later' | 'over';
  found: Found;
  mayStop: boolean;
  gone: ReactNode;
}) {
  const { say, language } = usePeopleWords();
  const lists = useLists();
  const nameOf = (id: string) => found.members?.find(({ personId }) => personId === id)?.name ?? say('member');
  const agency = found.involvements.find(({ id }) => id === share.involvementId)?.agencyName ?? '';
  const isAll = isEverybody(found.members ?? [], share.personIds);
  const words = {
    agency: capital(shortName(agency)),
    who: isAll ? say('everybody') : share.personIds.map(nameOf).join(', '),
    what: share.domains.map((key) => nameIn(lists?.lifeDomains, key, language)).join(', '),
  };
  const basis = lists?.legalBases.find(({ key }) => key === share.basis);
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        {share.noteIds.length > 0 ? say(`${when}Notes`, { ...words, count: share.noteIds.length }) : say(when, words)}{' '}
        {say(share.withdrawnOn ? 'stopped' : 'until', { day: day(share.withdrawnOn ?? share.toOn, language) })}
        <span className="quiet small">
          <br />
          {say('since', { day: day(share.fromOn, language) })} · {basis?.name[language] ?? share.basis}
          {basis?.needsConsent && share.consentOn && (
            <>
              {' '}
              ·{' '}
              {say('consent', {
                who: share.consentBy ? nameOf(share.consentBy) : words.who,
                day: day(share.consentOn, language),
              })}
            </>
          )}
          {share.need && <> · {share.need}</>}
        </span>
      </span>
      {gone}
      {mayStop && <StopShare share={share} about={words.agency} />}
    </li>
  );
}

/** So many lines stand open; the others are folded. */
const FIRST = 12;

/** The same list as the household sees: who looked and who changed what. */
function WhoLooked({ found }: { found: Found }) {
  const { say, language } = usePeopleWords();
  const { say: sayAct } = useChangesWords();
  const looks = sameLooks(found.whoLooked ?? []);
  const list = (some: typeof looks) => (
    <ul className={styles.rows}>
      {some.map(({ look: { id, at, label, agency, act, outcome }, times }) => (
        <li key={id} className={styles.line}>
          <span className="quiet">{moment(at, language)}</span>
          <span>
            {label ?? agency ?? say('member')}{' '}
            {outcome !== 'DONE' ? say('looked') : isNamed(act) ? sayAct(`act.${act}`) : say('changed')}
            {times > 1 && <> ({say('times', { count: times })})</>}
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <section className={styles.card}>
      <h2>{say('whoLooked')}</h2>
      <p className="quiet small">{say('whoLookedWhy')}</p>
      {list(looks.slice(0, FIRST))}
      {looks.length > FIRST && (
        <details>
          <summary>{say('more', { count: looks.length - FIRST })}</summary>
          {list(looks.slice(FIRST))}
        </details>
      )}
    </section>
  );
}
