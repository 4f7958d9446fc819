import { nameIn } from '../data/lists';
import { useMe } from '../data/me';
import { Button } from '../kit/button';
import { Explain } from '../kit/explain';
import { Answer, Empty } from '../kit/states';
import { day } from '../words/format';
import { helpSentence, useDrawn, useMapQuestion, type Drawn, type MapHousehold } from './map.question';
import { useMapWords } from './map.words';
import tabs from './tabs.module.css';
import styles from './outline.module.css';

/** The map as one nested list, to read aloud or on paper: domain, problem, agencies, help, waits, causes. */
export default function OutlineTab({ household }: { household: string }) {
  const [result, again] = useMapQuestion(household);
  return (
    <Answer result={result} pick={(data) => data.household} again={again}>
      {(found) => <Outline found={found} />}
    </Answer>
  );
}

function Outline({ found }: { found: MapHousehold }) {
  const { say, language } = useMapWords();
  const { today } = useMe();
  const drawn = useDrawn(found, today, language);
  const { knots, agencies } = drawn.layout;
  const domains = drawn.facts.domains
    .map((domain) => ({ domain, problems: drawn.facts.problems.filter((problem) => problem.domain === domain) }))
    .filter(({ problems }) => problems.length > 0);
  return (
    <div className={tabs.stack}>
      <div className={styles.head}>
        <h2>{say('outline')}</h2>
        <Button purpose="secondary" className="unprinted" onClick={() => window.print()}>
          {say('print')}
        </Button>
      </div>
      <p className="quiet small">{say('outlineWhy')}</p>
      <section className={tabs.card}>
        <div className="explained">
          <h3>{say('knots')}</h3>
          <Explain term="knot" />
        </div>
        {knots.length === 0 && <p>{say('noKnots')}</p>}
        <ol className={styles.list}>
          {knots.map(({ letter, ring, hanging }) => (
            <li key={letter}>
              <b>{say('knot', { letter })}</b>, {say('circle', { count: ring.length })}
              <ol>
                {[...ring, ...hanging].map(({ label, name, next, also }) => (
                  <li key={label}>
                    <b>
                      {label} {name}
                    </b>
                    {[next, ...also].map(
                      (link) =>
                        link && (
                          <p key={link.wait}>
                            {say('waitsFor', { name: `${link.label ?? ''} ${drawn.nameOf(link.to)}`.trim() })}
                            {link.what}
                            {link.decision && <b> {say('decision', { number: link.decision })}</b>}
                          </p>
                        ),
                    )}
                  </li>
                ))}
              </ol>
            </li>
          ))}
        </ol>
      </section>
      {drawn.lifted.length > 0 && (
        <section className={tabs.card}>
          <h3>{say('unlock')}</h3>
          <p>{found.unlock?.smallest.words[language]}</p>
          <ol className={styles.list}>
            {drawn.lifted.map((id) => {
              const wait = drawn.wait(id);
              return (
                wait && (
                  <li key={id}>
                    <b>{drawn.nameOf(wait.waiting)}</b>: {wait.what} ({drawn.nameOf(wait.holder)})
                    {drawn.measureOf(id) && `. ${say('inPlan')}.`}
                  </li>
                )
              );
            })}
          </ol>
        </section>
      )}
      {domains.length === 0 && <Empty>{say(found.problems === null ? 'notForYou' : 'noProblems')}</Empty>}
      {domains.map(({ domain, problems }) => (
        <section key={domain} className={tabs.card}>
          <h3>{nameIn(drawn.lists?.lifeDomains, domain, language)}</h3>
          <ul className={styles.list}>
            {problems.map(({ id }) => (
              <li key={id}>
                <ProblemLines id={id} drawn={drawn} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section className={tabs.card}>
        <h3>{say('index', { count: agencies.reduce((sum, { entries }) => sum + entries.length, 0) })}</h3>
        <ul className={styles.list}>
          {agencies.map(({ group, entries }) => (
            <li key={group}>
              <b>{say(`group.${group}`)}</b>
              <ul>
                {entries.map(({ agencyId, name, problems, inKnot }) => (
                  <li key={agencyId}>
                    {name}, {say('at', { count: problems })}
                    {inKnot && `, ${say('inKnot')}`}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </section>
      <section className={tabs.card}>
        <h3>{drawn.help.length > 0 ? say('running', { count: drawn.help.length }) : say('noHelp')}</h3>
        <ul className={styles.list}>
          {drawn.help.map((help) => (
            <li key={help.id}>{helpSentence(help, drawn, language, say('noPrice'))}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function ProblemLines({ id, drawn }: { id: string; drawn: Drawn }) {
  const { say, language } = useMapWords();
  const problem = drawn.problem(id);
  const names = (ids: readonly string[]) =>
    ids
      .map((one) => drawn.nameOf(one))
      .filter(Boolean)
      .join(', ');
  const lines: [string, string][] = [
    [say('agencies'), names(drawn.facts.involvements.filter(({ problemIds }) => problemIds.includes(id)).map((one) => one.id))],
    [
      say('help'),
      drawn.help
        .filter(({ problemIds }) => problemIds.includes(id))
        .map((help) => helpSentence(help, drawn, language, say('noPrice')))
        .join('; '),
    ],
    [
      say('waits'),
      drawn.facts.waits
        .filter(({ waiting }) => waiting === id)
        .map((wait) => `${drawn.nameOf(wait.for)}: ${wait.what}`)
        .join('; '),
    ],
    [say('causes'), names(problem?.causedBy ?? [])],
  ];
  return (
    <>
      <b>{drawn.nameOf(id)}</b>{' '}
      <span className="quiet">
        {problem && say(`state.${problem.status}`)}
        {problem?.sinceOn && `, ${say('since').toLowerCase()} ${day(problem.sinceOn, language)}`}
      </span>
      <ul>
        {lines
          .filter(([, words]) => words)
          .map(([title, words]) => (
            <li key={title}>
              <span className="quiet">{title}:</span> {words}
            </li>
          ))}
      </ul>
    </>
  );
}
