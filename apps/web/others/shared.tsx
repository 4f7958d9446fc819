import type { ReactNode } from 'react';
import { graphql, type ResultOf } from '../data/graphql';
import { useMe } from '../data/me';
import { Explain } from '../kit/explain';
import { Tag } from '../kit/marks';
import { day } from '../words/format';
import { useNames } from './names';
import { useOthersWords } from './others.words';
import styles from './others.module.css';

/** Everything of this household that the api gives my agency; the api itself leaves out what is not shared. */
export const SHARED_WITH_ME = graphql(`
  query SharedWithMe($id: ID!) {
    household(id: $id) {
      id
      involvements {
        id
        law
      }
      shares {
        id
        need
        basis
        domains
        toOn
        withdrawnOn
        personIds
        noteIds
      }
      members {
        personId
        name
        birthDate
      }
      problems {
        id
        domain
        words
        type
      }
      handlingNotes {
        id
        text
      }
      plan {
        id
        status
      }
    }
  }
`);
type Household = ResultOf<typeof SHARED_WITH_ME>['household'];

const Row = ({ term, children }: { term: string; children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

/** Exactly what is shared with my agency: about whom, what, for what, on which basis and until when. */
export function Shared({ household }: { household: Household }) {
  const { say, language } = useOthersWords();
  const { today } = useMe();
  const name = useNames();
  const shares = (household?.shares ?? []).filter(({ withdrawnOn }) => withdrawnOn === null);
  const nameOf = (person: string) => household?.members?.find(({ personId }) => personId === person)?.name;
  return (
    <section className={styles.card}>
      <h2>{say('shared')}</h2>
      {shares.length === 0 && <p>{say('sharedNone')}</p>}
      {shares.map((share) => {
        const isOver = share.toOn < today;
        const people = share.personIds.flatMap((person) => nameOf(person) ?? []);
        const problems = (household?.problems ?? []).filter(({ domain }) => share.domains.includes(domain));
        const notes = (household?.handlingNotes ?? []).filter(({ id }) => share.noteIds.includes(id));
        return (
          <dl key={share.id} className={styles.shares}>
            {people.length > 0 && <Row term={say('sharedWho')}>{people.join(', ')}</Row>}
            <Row term={say('sharedWhat')}>
              {share.noteIds.length > 0 ? say('noteOnly') : share.domains.map((domain) => name('lifeDomains', domain)).join(', ')}
            </Row>
            <Row term={say('sharedFor')}>{share.need}</Row>
            <Row term={say('sharedBasis')}>
              {name('legalBases', share.basis)} <Explain term="legalBasis" />
            </Row>
            <Row term={say('sharedUntil')}>
              {isOver ? (
                <Tag icon="lock">{say('sharedOver', { day: day(share.toOn, language) })}</Tag>
              ) : (
                day(share.toOn, language)
              )}
            </Row>
            {!isOver && (
              <Row term={say('problems')}>
                {notes.map(({ id, text }) => (
                  <p key={id}>{text}</p>
                ))}
                <ul>
                  {problems.map(({ id, words, type }) => (
                    <li key={id}>{words ?? name('problemTypes', type)}</li>
                  ))}
                </ul>
                {notes.length + problems.length === 0 && say('nothingIn')}
              </Row>
            )}
          </dl>
        );
      })}
      <p className="quiet small">{say('sharedSeen')}</p>
    </section>
  );
}
