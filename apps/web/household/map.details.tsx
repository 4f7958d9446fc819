import { useEffect, useRef } from 'react';
import { nameIn } from '../data/lists';
import { useMe } from '../data/me';
import { Opens } from '../kit/act.form';
import { Button } from '../kit/button';
import { Stays } from '../kit/stays';
import { day } from '../words/format';
import { StatusForm, WaitForm } from './map.acts';
import { LiftWait } from './lift';
import { useMapActsWords } from './map.acts.words';
import { helpSentence, type Drawn } from './map.question';
import { useMapWords } from './map.words';
import styles from './map.module.css';

/** Everything about one problem, or one agency that waits, in place of the panel. Escape goes back. */
export function Details({
  node,
  drawn,
  back,
  look,
}: {
  node: string;
  drawn: Drawn;
  back: () => void;
  look: (node: string) => void;
}) {
  const { say, language } = useMapWords();
  const { say: sayAct } = useMapActsWords();
  const { person } = useMe();
  const holds = [drawn.found.lead, drawn.found.deputy].some((one) => one?.personId === person);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const problem = drawn.problem(node);
  const involvement = drawn.involvement(node);
  const waits = drawn.facts.waits;
  const link = (id: string, words?: string) => (
    <>
      <button type="button" className={styles.name} onClick={() => look(id)}>
        {drawn.nameOf(id)}
      </button>
      {words && <span className="quiet small"> {words}</span>}
    </>
  );
  const list = (title: string, lines: readonly (readonly [string, React.ReactNode])[]) =>
    lines.length > 0 && (
      <>
        <dt>{title}</dt>
        {lines.map(([id, words]) => (
          <dd key={id}>{words}</dd>
        ))}
      </>
    );
  const fact = (title: string, words: string | null | undefined) => (words ? list(title, [[title, words]]) : null);
  return (
    <>
      <header className={styles.detailsHead}>
        <h2 id="panel" tabIndex={-1} ref={heading}>
          {drawn.nameOf(node)}
        </h2>
        <Button purpose="secondary" onClick={back}>
          {say('back')}
        </Button>
      </header>
      <dl className={styles.details}>
        {problem && (
          <>
            {fact(say('type'), nameIn(drawn.lists?.problemTypes, problem.type, language))}
            {fact(say('domain'), nameIn(drawn.lists?.lifeDomains, problem.domain, language))}
            {fact(say('status'), say(`state.${problem.status}`))}
            {fact(say('since'), problem.sinceOn && day(problem.sinceOn, language))}
            {fact(say('severity'), problem.severity ? say(`weight.${String(problem.severity) as '1' | '2' | '3'}`) : null)}
            {fact(
              say('persons'),
              (drawn.found.members ?? [])
                .filter(({ personId }) => problem.personIds.includes(personId))
                .map(({ name }) => name)
                .join('; '),
            )}
            {list(
              say('agencies'),
              drawn.facts.involvements
                .filter(({ problemIds }) => problemIds.includes(node))
                .map(({ id, agencyName }) => {
                  const contact = drawn.involvement(id)?.contactPerson;
                  return [id, contact ? `${agencyName}: ${contact}` : agencyName] as const;
                }),
            )}
          </>
        )}
        {involvement && (
          <>
            {fact(say('persons'), involvement.contactPerson)}
            {list(
              say('problemsOf'),
              (involvement.problemIds ?? []).filter((id) => drawn.nameOf(id)).map((id) => [id, link(id)] as const),
            )}
          </>
        )}
        {list(
          say('help'),
          drawn.help
            .filter(({ problemIds, involvementId }) => problemIds.includes(node) || involvementId === node)
            .map(({ id, service, involvementId }) => [
              id,
              helpSentence({ id, service, involvementId }, drawn, language, say('noPrice')),
            ]),
        )}
        <Stays
          lines={waits
            .filter(({ waiting, for: on }) => waiting === node && drawn.nameOf(on))
            .flatMap(({ id }) => drawn.wait(id) ?? [])}
          all={drawn.found.waits}
          within={(shown) => (
            <>
              <dt>{say('waits')}</dt>
              {shown}
            </>
          )}
        >
          {(one, gone) => (
            <dd>
              {link(one.for, one.what ?? '')} {gone}
              {holds && <LiftWait wait={one} about={one.what ?? ''} />}
            </dd>
          )}
        </Stays>
        {list(
          say('waited'),
          waits
            .filter(({ waiting, for: on }) => on === node && drawn.nameOf(waiting))
            .map((one) => [one.id, link(one.waiting, one.what)] as const),
        )}
        {list(
          say('causes'),
          (problem?.causedBy ?? []).filter((id) => drawn.nameOf(id)).map((id) => [id, link(id)] as const),
        )}
        {list(
          say('effects'),
          drawn.facts.problems
            .filter(({ id }) => drawn.problem(id)?.causedBy.includes(node))
            .map(({ id }) => [id, link(id)] as const),
        )}
      </dl>
      {holds && (
        <div className={styles.detailActs}>
          {problem && <Opens label={sayAct('status')}>{(close) => <StatusForm problem={problem} close={close} />}</Opens>}
          <Opens label={sayAct('wait')}>{(close) => <WaitForm waiting={node} drawn={drawn} close={close} />}</Opens>
        </div>
      )}
    </>
  );
}
