import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import { nameIn } from '../data/lists';
import { useMe } from '../data/me';
import { Icon, isIcon, Ring } from '../kit/icon';
import { Aside, Explain } from '../kit/explain';
import { Tag } from '../kit/marks';
import { Answer, Empty } from '../kit/states';
import type { AgencyMark, Field, Knot, Link as Waits, Station } from './map.layout.rules';
import { Details } from './map.details';
import { useDrawn, useMapQuestion, type Drawn, type MapHousehold } from './map.question';
import { Unlock } from './map.unlock';
import { useMapWords } from './map.words';
import styles from './map.module.css';

/** Who waits for whom, what is the matter in which part of life, who is there, and what would untie it; all at once. */
export default function MapTab({ household }: { household: string }) {
  const [result, again] = useMapQuestion(household);
  return (
    <Answer result={result} pick={(data) => data.household} again={again}>
      {(found) => <Map found={found} />}
    </Answer>
  );
}

/** What the reader looks at: an agency is marked in place, a problem is opened in place of the panel. */
interface Looking {
  agency: string | null;
  open: string | null;
  look: (node: string) => void;
}

function Map({ found }: { found: MapHousehold }) {
  const { say, language } = useMapWords();
  const { today } = useMe();
  const [way, choose] = useState<readonly string[]>();
  const drawn = useDrawn(found, today, language, way);
  const [agency, setAgency] = useState<string | null>(null);
  const [open, setOpen] = useState(() => {
    const asked = location.hash.slice(1);
    return drawn.nameOf(asked) ? asked : null;
  });
  const from = useRef<HTMLElement | null>(null);
  const map = useRef<HTMLDivElement>(null);
  useRoomBelow(map);

  if (found.problems === null)
    return <Empty action={<Agencies drawn={drawn} agency={agency} choose={setAgency} />}>{say('notForYou')}</Empty>;
  if (drawn.facts.problems.length === 0 && drawn.layout.knots.length === 0)
    return <Empty action={<Link href={`/huishouden/${found.id}/keukentafel`}>{say('toTable')}</Link>}>{say('noProblems')}</Empty>;

  const looking: Looking = {
    agency,
    open,
    look: (node) => {
      from.current = document.activeElement as HTMLElement | null;
      setOpen(node);
    },
  };
  const close = () => {
    setOpen(null);
    from.current?.focus();
  };
  const { knots, fields } = drawn.layout;
  const stations = knots.reduce((sum, { ring, hanging }) => sum + ring.length + hanging.length, 0);
  const room = knots.length === 0 ? styles.free : stations <= 3 ? styles.few : '';
  return (
    <div
      ref={map}
      className={`${styles.map} ${room}`}
      onKeyDown={(event) => (event.key === 'Escape' && open ? close() : walk(event, map.current))}
    >
      {knots.length > 0 && (
        <div className={`${styles.knots} ${stations > 7 ? styles.tight : ''}`}>
          {knots.map((knot) => (
            <KnotRing key={knot.letter} knot={knot} drawn={drawn} looking={looking} />
          ))}
        </div>
      )}
      <aside className={styles.panel} aria-labelledby="panel">
        {open ? (
          <Details key={open} node={open} drawn={drawn} back={close} look={setOpen} />
        ) : (
          <Unlock drawn={drawn} choose={choose} />
        )}
      </aside>
      <div className={styles.mid}>
        <section className={styles.fields} aria-labelledby="fields">
          <h2 id="fields" className="heard">
            {say('fields')}
          </h2>
          <div className={styles.columns}>
            {fields.map((field) => (
              <DomainField key={field.domain} field={field} drawn={drawn} looking={looking} />
            ))}
          </div>
        </section>
        <Agencies drawn={drawn} agency={agency} choose={setAgency} />
      </div>
    </div>
  );
}

/** On a wide screen the map takes what is left of the window below it, whatever stands above. */
function useRoomBelow(map: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const measure = () => {
      const top = map.current ? Math.ceil(map.current.getBoundingClientRect().top + window.scrollY) : 0;
      map.current?.style.setProperty('--above', `${top}px`);
    };
    measure();
    // Whatever comes or goes above it changes the height of the page; measured in the next frame, for the map changes it too.
    const above = new ResizeObserver(() => requestAnimationFrame(measure));
    above.observe(document.body);
    return () => above.disconnect();
  }, [map]);
}

/** Keys count only while the focus is inside the map (WCAG 2.1.4). */
function walk(event: KeyboardEvent, map: HTMLElement | null): void {
  const target = event.target as HTMLElement;
  if (!map || event.ctrlKey || event.metaKey || event.altKey || target.closest('input, select, textarea')) return;
  const all = (selector: string) => [...map.querySelectorAll<HTMLElement>(selector)];
  const step = (selector: string, by: number, around: boolean) => {
    const list = all(selector);
    const at = list.findIndex((one) => one === target);
    const to = around ? (at + by + list.length) % list.length : Math.min(Math.max(at + by, 0), list.length - 1);
    list[to]?.focus();
  };
  const arrow = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (arrow) {
    const list = ['[data-walk=node]', '[data-walk=agency]'].find((one) => target.matches(one));
    if (!list) return;
    step(list, arrow, false);
  } else if (event.key.toLowerCase() === 'k') {
    const rings = all('[data-walk=knot]');
    const now = rings.findIndex((ring) => ring.contains(target));
    rings[(now + 1) % rings.length]?.querySelector<HTMLElement>('[data-walk=node]')?.focus();
  } else if (event.key.toLowerCase() === 'a') all('[data-walk=agency]')[0]?.focus();
  else if (/^[1-9]$/.test(event.key)) all(`[data-decision="${event.key}"]`)[0]?.focus();
  else return;
  event.preventDefault();
}

function KnotRing({ knot, drawn, looking }: { knot: Knot; drawn: Drawn; looking: Looking }) {
  const { say } = useMapWords();
  const id = `knot-${knot.letter}`;
  const decisions = [...knot.ring, ...knot.hanging]
    .flatMap(({ next, also }) => [next, ...also])
    .filter((link) => link !== null && link.decision !== null);
  const opens = decisions.length > 0 && decisions.every((link) => link && drawn.measureOf(link.wait));
  return (
    <section className={styles.knot} aria-labelledby={id} data-walk="knot">
      <header>
        <Ring size={20} open={opens} />
        <h2 id={id}>{say('knot', { letter: knot.letter })}</h2>
        {/* once on the page is enough */}
        {knot.letter === 'A' && <Explain term="knot" />}
        <span className="small quiet">
          <span className={opens ? 'heard' : undefined}>{say('circle', { count: knot.ring.length })} </span>
          {opens && say('opensByPlan')}
        </span>
      </header>
      <ol className={`${styles.track} ${opens ? styles.opened : ''}`}>
        {knot.ring.map((station, at) => (
          <StationBox key={station.node} station={station} isLast={at === knot.ring.length - 1} drawn={drawn} looking={looking} />
        ))}
      </ol>
      {knot.hanging.length > 0 && (
        <ul className={styles.hanging}>
          {knot.hanging.map((station) => (
            <StationBox key={station.node} station={station} isLast drawn={drawn} looking={looking} />
          ))}
        </ul>
      )}
    </section>
  );
}

function StationBox({
  station,
  isLast,
  drawn,
  looking,
}: {
  station: Station;
  /** After it the circle goes back to its begin. */
  isLast: boolean;
  drawn: Drawn;
  looking: Looking;
}) {
  const { say } = useMapWords();
  const { next } = station;
  // Where agencies wait for each other, what they are at stands below.
  const atStation = (drawn.involvement(station.node)?.problemIds ?? []).map((id) => drawn.nameOf(id)).filter(Boolean);
  const here = isHere(station.agencies, looking.agency) || drawn.involvement(station.node)?.agencyId === looking.agency;
  return (
    <li className={`${styles.station} ${next?.decision ? styles.cut : ''}`} data-hit={here || undefined}>
      <div className={styles.box}>
        <span className={styles.number} aria-hidden="true">
          {station.label}
        </span>
        <NodeName node={station.node} name={station.name} label={station.label} drawn={drawn} looking={looking} />
        <Marks marks={station.agencies} agency={looking.agency} />
        {atStation.length > 0 && <p className={styles.at}>{atStation.join(', ')}</p>}
        {station.followers.length > 0 && (
          <span className={styles.also}>
            <Icon name="clock" size={14} />
            <span>{say('followers', { names: station.followers.map(({ name }) => name).join(', ') })}</span>
          </span>
        )}
        {station.also.map((link) => (
          <span key={link.wait} className={styles.also}>
            <Icon name="clock" size={14} />
            <span>
              {link.decision && <b className={styles.snip}>{say('decision', { number: link.decision })} </b>}
              {say('alsoFor', { label: link.label ?? drawn.nameOf(link.to) })}: {link.what}
            </span>
          </span>
        ))}
      </div>
      {next && <Why link={next} isLast={isLast} drawn={drawn} />}
    </li>
  );
}

function Why({ link, isLast, drawn }: { link: Waits; isLast: boolean; drawn: Drawn }) {
  const { say } = useMapWords();
  return (
    <p className={styles.why}>
      {link.decision !== null && (
        <span className={styles.scissors} aria-hidden="true">
          <Icon name="scissors" size={18} />
        </span>
      )}
      <span>
        {link.decision !== null && <b className={styles.snip}>{say('decision', { number: link.decision })} </b>}
        {isLast && link.decision === null && (
          <b className={styles.backTo} aria-hidden="true">
            ↑ {link.label}{' '}
          </b>
        )}
        <span className="heard">{say('waitsFor', { name: drawn.nameOf(link.to) })}</span>
        {link.what}
      </span>
    </p>
  );
}

const isHere = (marks: readonly AgencyMark[], agency: string | null) => marks.some(({ agencyId }) => agencyId === agency);

/** The name opens the details in place of the panel. */
function NodeName({
  node,
  name,
  label,
  drawn,
  looking,
}: {
  node: string;
  name: string;
  label?: string;
  drawn: Drawn;
  looking: Looking;
}) {
  const { say } = useMapWords();
  const isOver = drawn.problem(node)?.status === 'RESOLVED';
  return (
    <a
      href={`#${node}`}
      className={styles.name}
      data-walk="node"
      aria-expanded={looking.open === node}
      onClick={(event) => {
        event.preventDefault();
        looking.look(node);
      }}
    >
      {label && <span className="heard">{label} </span>}
      {name}
      {isOver && (
        <span className={styles.over}>
          {' '}
          <Icon name="tick" size={12} />
          <span className="heard">{say('over')}</span>
        </span>
      )}
    </a>
  );
}

function Marks({ marks, agency }: { marks: readonly AgencyMark[]; agency: string | null }) {
  const { say } = useMapWords();
  return (
    <span className={styles.marks}>
      {marks.map(({ agencyId, name, helps }, at) => (
        <span key={agencyId}>
          {at > 0 && ', '}
          <span className={`${styles.mark} ${helps ? styles.helps : ''} ${agencyId === agency ? styles.on : ''}`}>
            {name}
            {helps && <span className="heard"> ({say('helps')})</span>}
          </span>
        </span>
      ))}
    </span>
  );
}

function DomainField({ field, drawn, looking }: { field: Field; drawn: Drawn; looking: Looking }) {
  const { say, language } = useMapWords();
  return (
    <section className={styles.field}>
      <h3>
        {isIcon(field.domain) && <Icon name={field.domain} />}
        {nameIn(drawn.lists?.lifeDomains, field.domain, language)}
        <span className={styles.refs}>
          {field.refs.map(({ label, problem, name }) => (
            <span key={problem}>
              <Tag tone="knot">{label}</Tag>
              <span className="heard"> {name} </span>
            </span>
          ))}
        </span>
      </h3>
      {field.rows.length > 0 && (
        <ul>
          {field.rows.map((row) => (
            <li key={row.problem} data-hit={isHere(row.agencies, looking.agency) || undefined}>
              <NodeName node={row.problem} name={row.name} drawn={drawn} looking={looking} />
              <span className={styles.beside}>
                <Marks marks={row.agencies} agency={looking.agency} />
                {row.waits.map((link) => (
                  <Tag key={link.wait} tone="warn" icon="clock">
                    {say('waitingFor', { what: link.label ?? drawn.nameOf(link.to) })}
                  </Tag>
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Agencies({ drawn, agency, choose }: { drawn: Drawn; agency: string | null; choose: (agency: string | null) => void }) {
  const { say } = useMapWords();
  const { agencies } = drawn.layout;
  const count = agencies.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <section className={styles.index} aria-labelledby="agencies">
      <div className={styles.indexHead}>
        <h2 id="agencies">{say('index', { count })}</h2>
        <span className="small quiet">{say('indexWhy')}</span>
        <span className={`keyed ${styles.keys}`}>
          <Aside shown={say('keys')}>{say('keysAre')}</Aside>
        </span>
        <span className={styles.legend}>
          <span className={styles.helps}>{say('helps')}</span>
          <span>{say('involved')}</span>
          <span className={styles.over}>
            <Icon name="tick" size={12} /> {say('over')}
          </span>
          <span className={styles.inKnot}>{say('inKnot')}</span>
        </span>
      </div>
      {agencies.map(({ group, entries }) => (
        <div key={group} className={styles.group}>
          <span className={styles.groupName} id={`group-${group}`}>
            {say(`group.${group}`)}
          </span>
          <ul aria-labelledby={`group-${group}`}>
            {entries.map((entry) => (
              <li key={entry.agencyId}>
                <button
                  type="button"
                  data-walk="agency"
                  className={`${styles.agency} ${entry.inKnot ? styles.inKnot : ''}`}
                  aria-pressed={agency === entry.agencyId}
                  onClick={() => choose(agency === entry.agencyId ? null : entry.agencyId)}
                >
                  {entry.name}
                  {entry.inKnot && <span className="heard"> ({say('inKnot')})</span>}{' '}
                  <span className="quiet" aria-hidden="true">
                    {entry.problems}
                  </span>
                  <span className="heard">{say('at', { count: entry.problems })}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
