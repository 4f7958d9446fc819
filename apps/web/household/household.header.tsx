import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { graphql, type ResultOf } from '../data/graphql';
import { useMe } from '../data/me';
import { Tag } from '../kit/marks';
import { Answer } from '../kit/states';
import { useTitle } from '../shell/title';
import { day, people } from '../words/format';
import { useHousehold } from './household.question';
import { countPromises } from './promises.rules';
import { contactsLastMonth, titleOf } from './household.rules';
import { useHouseholdWords } from './household.words';
import styles from './household.module.css';

const HEADER = graphql(`
  query HouseholdHeader($id: ID!) {
    household(id: $id) {
      id
      version
      code
      closedOn
      ownWords
      lead {
        personId
        personLabel
      }
      members {
        id
        name
        toOn
        withdrawnOn
      }
      problems {
        id
        status
        withdrawnOn
      }
      involvements {
        id
        agencyId
        toOn
        withdrawnOn
      }
      contactsPerMonth {
        month
        count
      }
      plan {
        id
        commitments {
          id
          state
        }
      }
      changes {
        acts {
          at
        }
      }
    }
  }
`);
type Found = NonNullable<ResultOf<typeof HEADER>['household']>;

export const TABS = ['kaart', 'tijdlijn', 'beloften', 'geld', 'mensen', 'wijzigingen', 'plan', 'papieren'] as const;
export type Tab = (typeof TABS)[number] | 'lijst';

/** Who it is about, how much there is, what they want, and the way to every page of this household. Not found: `children` is not shown. */
export function HouseholdHeader({
  household,
  tab,
  children,
}: {
  household: string;
  tab: Tab | 'keukentafel';
  children: ReactNode;
}) {
  const [result, again] = useHousehold(HEADER, household);
  // What stands below asks at the same time: the header holds nobody up.
  const isGone = !result.fetching && !result.data?.household;
  return (
    <>
      <Answer result={result} pick={(data) => data.household} again={again}>
        {(found) => <Head found={found} tab={tab} />}
      </Answer>
      {!isGone && children}
    </>
  );
}

function Head({ found, tab }: { found: Found; tab: Tab | 'keukentafel' }) {
  const { say, language } = useHouseholdWords();
  const { today } = useMe();
  const members = (found.members ?? []).filter(({ toOn, withdrawnOn }) => !toOn && !withdrawnOn);
  const title = titleOf(
    members.map(({ name }) => name),
    found.code,
  );
  useTitle(tab === 'keukentafel' ? say('table') : say(tab), title);
  const agencies = new Set(
    found.involvements
      .filter(({ toOn, withdrawnOn }) => !withdrawnOn && (toOn === null || toOn >= today))
      .map(({ agencyId }) => agencyId),
  ).size;
  const problems = found.problems?.filter(({ withdrawnOn }) => !withdrawnOn);
  const over = problems?.filter(({ status }) => status === 'RESOLVED').length ?? 0;
  const contacts = contactsLastMonth(found.contactsPerMonth, today);
  const news = found.changes?.acts.length ?? 0;
  const { late, broken } = countPromises(found.plan?.commitments ?? []);
  const path = `/huishouden/${found.id}`;
  return (
    <header className={styles.head}>
      <div className={styles.first}>
        <h1>{title}</h1>
        <span className={`quiet ${styles.who}`}>
          {title === found.code
            ? members.length > 0 && `${say('persons', { count: members.length })}: ${people(members.map(({ name }) => name))}`
            : `${say('persons', { count: members.length })} · ${found.code}`}
          {found.closedOn && ` · ${say('closed', { day: day(found.closedOn, language) })}`}
        </span>
        <ul className={styles.facts}>
          {problems && (
            <li>
              <b>{problems.length - over}</b> {say('problems', { count: problems.length - over })}
              {over > 0 && (
                <>
                  , <b>{over}</b> {say('over')}
                </>
              )}
            </li>
          )}
          <li>
            <b>{agencies}</b> {say('agencies', { count: agencies })}
          </li>
          {contacts !== null && (
            <li>
              <b>{contacts}</b> {say('contacts', { count: contacts })}
            </li>
          )}
        </ul>
      </div>
      <div className={styles.second}>
        <p className={styles.own}>
          {say('wants')} {found.ownWords ? <q>{found.ownWords}</q> : say('noWords')}
        </p>
        <p className={styles.lead}>
          {say('lead')} <b>{found.lead ? (found.lead.personLabel ?? '') : say('nobody')}</b>
        </p>
      </div>
      <div className={styles.bar}>
        <nav aria-label={say('tabs')} className={styles.tabs}>
          <ul>
            {TABS.map((one) => (
              <li key={one}>
                <Link href={one === 'kaart' ? path : `${path}/${one}`} aria-current={one === tab ? 'page' : undefined}>
                  {say(one)}
                  {one === 'beloften' && late > 0 && (
                    <>
                      {' '}
                      <Tag tone="warn">{say('late', { count: late })}</Tag>
                    </>
                  )}
                  {one === 'beloften' && broken > 0 && (
                    <>
                      {' '}
                      <Tag tone="knot">{say('broken', { count: broken })}</Tag>
                    </>
                  )}
                  {one === 'wijzigingen' && news > 0 && (
                    <>
                      {' '}
                      <Tag tone="accent">{say('fresh', { count: news })}</Tag>
                    </>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.ways}>
          <Link href={`${path}/lijst`} aria-current={tab === 'lijst' ? 'page' : undefined}>
            {say('lijst')}
          </Link>
          <Link
            href={`${path}/keukentafel`}
            className={styles.verb ?? ''}
            aria-current={tab === 'keukentafel' ? 'page' : undefined}
          >
            {say('table')}
          </Link>
        </div>
      </div>
    </header>
  );
}
