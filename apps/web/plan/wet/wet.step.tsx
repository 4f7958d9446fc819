import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { client } from '../../data/client';
import { useLive } from '../../data/live';
import { Explain } from '../../kit/explain';
import { Tag } from '../../kit/marks';
import { tell } from '../../kit/said';
import { Answer, Empty } from '../../kit/states';
import { useHere } from '../plan.here';
import { pointedAt } from './arrival.rules';
import { MatrixCards } from './matrix.cards';
import { chosenAt, layoutRows, placeOf, proposalId, type Chosen, type Place } from './matrix.layout.rules';
import { focusPlace, MatrixTable } from './matrix.table';
import { Panel } from './panel';
import { catalogueOf, LAWS, useWet, WET, WetContext, type Catalogue, type Plan, type Wet } from './wet.data';
import { Shape, useNames } from './wet.names';
import { useWetWords } from './wet.words';
import styles from './matrix.module.css';

const NARROW = '(max-width: 40rem)';
const ONE_COLUMN = '(max-width: 68rem)';
const useIsNarrow = () =>
  useSyncExternalStore(
    (told) => {
      const media = matchMedia(NARROW);
      media.addEventListener('change', told);
      return () => media.removeEventListener('change', told);
    },
    () => matchMedia(NARROW).matches,
  );

/** Asks what the matrix will ask, without waiting for what stands around it. */
export function askAhead(household: string): void {
  void client.query(LAWS, {}).toPromise();
  void client.query(WET, { household }).toPromise();
}

/** The law matrix: which article of which law carries each measure, what stands in the way, and what answers it. `below`: what the page shows beside it too. */
export default function WetStep({ household, below }: { household: string; below?: ReactNode }) {
  const { say } = useWetWords();
  const [laws] = useQuery({ query: LAWS });
  const [result, again] = useQuery({ query: WET, variables: { household } });
  const retry = () => again({ requestPolicy: 'network-only' });
  useLive({ plan: useHere().plan.id }, retry);
  const catalogue = useMemo(() => (laws.data ? catalogueOf(laws.data) : null), [laws.data]);
  const shown = laws.error && !laws.data ? { ...result, data: undefined, error: laws.error } : result;
  return (
    <Answer
      result={{ ...shown, fetching: shown.fetching || laws.fetching }}
      pick={({ household: found }) => catalogue && found?.plan && { plan: found.plan, involvements: found.involvements }}
      again={retry}
    >
      {({ plan: found, involvements }) =>
        found.matrix === null || !catalogue ? (
          <Empty>{say('hidden')}</Empty>
        ) : found.measures.length === 0 ? (
          <Empty>{say('none')}</Empty>
        ) : (
          <Matrix
            plan={found}
            catalogue={catalogue}
            agencies={new Map(involvements.map(({ id, agencyName }) => [id, agencyName]))}
            below={below}
          />
        )
      }
    </Answer>
  );
}

const ROLES = ['ROOM', 'LIMIT', 'PROTECTION', 'PROCEDURE', 'PURPOSE'] as const;
const START: Place = { row: 0, line: -1, column: 0, index: 0 };
const isAt = (one: Chosen | null, other: Chosen | null) => JSON.stringify(one) === JSON.stringify(other);

function Matrix({
  plan,
  catalogue,
  agencies,
  below,
}: {
  plan: Plan;
  catalogue: Catalogue;
  agencies: Map<string, string>;
  below: ReactNode;
}) {
  const { say } = useWetWords();
  const { writes } = useHere();
  const isNarrow = useIsNarrow();
  const rows = useMemo(() => layoutRows(plan.matrix?.rows ?? [], plan.proposedContradictions ?? []), [plan]);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [adding, setAdding] = useState(false);
  const [stood, setStood] = useState<{ place: Place; on: Chosen | null }>({ place: START, on: null });
  const wanted = useRef<Chosen | 'place' | 'panel' | null>(null);

  const at = isAt(chosenAt(rows, stood.place), stood.on) ? stood.place : ((stood.on && placeOf(rows, stood.on)) ?? START);
  const goTo = (place: Place) => {
    wanted.current = 'place';
    setStood({ place, on: chosenAt(rows, place) });
  };
  const choose = (next: Chosen) => {
    setChosen(next);
    setAdding(false);
    if (isNarrow) wanted.current = 'panel';
    const place = placeOf(rows, next);
    if (place && !isAt(next, stood.on)) setStood({ place, on: next });
  };
  useEffect(() => {
    // where the panel stands below the matrix, what was chosen comes into sight; the focus stays where it is
    if (chosen && matchMedia(ONE_COLUMN).matches) document.getElementById('wet-chosen')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  useEffect(() => {
    const want = wanted.current;
    if (want === null) return;
    if (want === 'panel' || (isNarrow && want !== 'place')) {
      wanted.current = null;
      document.getElementById('wet-chosen')?.focus();
    } else if (want === 'place') {
      wanted.current = null;
      focusPlace(at);
    } else if (placeOf(rows, want)) {
      wanted.current = null;
      focusPlace(at);
    }
  });

  // a link of "not yet" lands on what it is about; after the shell, which goes to the heading of a new page
  const arrive = useRef<() => void>(undefined);
  arrive.current = () => {
    const next = pointedAt(rows, location.hash);
    if (!next) return;
    choose(next);
    wanted.current = 'panel';
  };
  useEffect(() => {
    const soon = () => setTimeout(() => arrive.current?.(), 60);
    soon();
    window.addEventListener('pushState', soon);
    window.addEventListener('hashchange', soon);
    return () => {
      window.removeEventListener('pushState', soon);
      window.removeEventListener('hashchange', soon);
    };
  }, []);

  const now = useRef(chosen);
  now.current = chosen;
  const wet: Wet = {
    plan,
    catalogue,
    rows,
    agencies,
    canWrite: writes,
    choose,
    done: (next, sentence) => {
      tell(sentence);
      // who went on to something else while it was sent stays there
      if (now.current !== chosen) return;
      setChosen(next);
      setAdding(false);
      setStood({ place: START, on: next });
      wanted.current = next;
    },
  };
  const chosenPlace = chosen && placeOf(rows, chosen);
  const others = catalogue.laws.filter(({ key }) => !plan.matrix?.laws.includes(key));

  return (
    <WetContext.Provider value={wet}>
      <div className={styles.bar}>
        <h2 className="heard">{say('title')}</h2>
        {!isNarrow && (
          <p id="wet-help" className="keyed quiet small">
            {writes ? say('help') : say('helpRead')}
          </p>
        )}
        <div className="explained">
          <ul className={styles.legend} aria-label={say('legend')}>
            {ROLES.filter((role) => role !== 'PURPOSE' || plan.grounds.some((ground) => ground.role === role)).map((role) => (
              <li key={role}>
                <span aria-hidden="true">
                  <Shape role={role} />
                </span>{' '}
                {say(`role.${role}`)}
              </li>
            ))}
          </ul>
          <Explain term="roles" />
        </div>
      </div>
      {plan.status !== 'SELECTED' && <p className={styles.closed}>{say('closed')}</p>}
      <div className={styles.lay}>
        <div className={styles.main}>
          {isNarrow ? (
            <MatrixCards chosen={chosenPlace} />
          ) : (
            <MatrixTable
              at={at}
              chosen={chosenPlace}
              goTo={goTo}
              onAdd={(next) => {
                choose(next);
                setAdding(true);
              }}
            />
          )}
          <details className={styles.others}>
            <summary>{say('otherLaws', { count: others.length })}</summary>
            <p className="small">
              {say('otherLawsAre')} {writes && say('otherLawsWhy')}
            </p>
            <ul>
              {others.map(({ key, title, shortTitle }) => (
                <li key={key}>
                  <b>{shortTitle}</b> {title !== shortTitle && <span className="quiet">{title}</span>}
                </li>
              ))}
            </ul>
          </details>
        </div>
        <div className={styles.side}>
          <section
            className={styles.panel}
            aria-label={say('chosen')}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && chosenPlace) goTo(chosenPlace);
            }}
          >
            {chosen && chosenPlace ? (
              <Panel key={JSON.stringify(chosen)} chosen={chosen} adding={adding} />
            ) : (
              <p className="quiet">{say('hint')}</p>
            )}
          </section>
          <StillOpen />
          {below}
        </div>
      </div>
    </WetContext.Provider>
  );
}

/** Everything that is open by law, each line a way to the thing itself; known conflicts that nobody looked at hold nothing back, and are not silent. */
function StillOpen() {
  const { plan, rows, choose } = useWet();
  const { say, language } = useWetWords();
  const { lawName, byId, patternName } = useNames();
  const open = rows.flatMap(({ row }, index) =>
    row.open.map((reason) => ({ reason, about: thingOf(rows, reason.about, row.measureId), number: index + 1 })),
  );
  const unseen = (plan.proposedContradictions ?? []).map((proposal) => ({
    about: { kind: 'proposed', measure: proposal.measureId, id: proposalId(proposal) } as const,
    thing: patternName(proposal.pattern) ?? say('clash'),
    number: rows.findIndex(({ row }) => row.measureId === proposal.measureId) + 1,
  }));
  const isTouched = rows.some(({ row }) => row.cells.some(({ grounds }) => grounds.length > 0));
  const nameOf = (about: Chosen) => {
    if (about.kind === 'cell') return lawName(about.law);
    if (about.kind === 'ground') return byId(about.ground);
    if (about.kind !== 'contradiction') return null;
    return patternName(plan.contradictions.find(({ id }) => id === about.contradiction)?.pattern ?? null) ?? say('clash');
  };
  return (
    <section className={styles.panel} aria-labelledby="wet-open">
      <div className="explained">
        <h2 id="wet-open">
          {say('openTitle')} {open.length > 0 && <Tag tone="warn">{open.length}</Tag>}
        </h2>
        <Explain term="ground" />
      </div>
      {open.length + unseen.length === 0 && <p className="small">{isTouched ? say('noneOpen') : say('noneTouched')}</p>}
      {open.length > 0 && (
        <ul className={styles.reasons}>
          {open.map(({ reason, about, number }, index) => {
            const thing = nameOf(about);
            return (
              <li key={index}>
                <span>{reason[language]}</span>{' '}
                <button type="button" className={styles.link} onClick={() => choose(about)}>
                  {thing ? say('toThing', { thing, number }) : say('toMeasure', { number })}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {unseen.length > 0 && (
        <>
          <p className="small">{say('unseenWhy')}</p>
          <ul className={styles.reasons}>
            {unseen.map(({ about, thing, number }) => (
              <li key={about.id}>
                <button type="button" className={styles.link} onClick={() => choose(about)}>
                  {say('toThing', { thing, number })}
                </button>
              </li>
            ))}
          </ul>
          {plan.status === 'SELECTED' && <p className="small quiet">{say('unseenHolds')}</p>}
        </>
      )}
    </section>
  );
}

/** What a reason is about: a cell, a ground, a contradiction, or the measure itself. */
function thingOf(rows: Wet['rows'], about: string | null, measure: string): Chosen {
  const row = rows.find((one) => one.row.measureId === measure)?.row;
  const cell = row?.cells.find(({ id, grounds }) => id === about || grounds.some(({ groundId }) => groundId === about));
  if (cell && cell.id === about) return { kind: 'cell', measure, law: cell.law };
  if (cell && about) return { kind: 'ground', measure, law: cell.law, ground: about };
  if (about && row?.contradictions.some(({ contradictionId }) => contradictionId === about))
    return { kind: 'contradiction', measure, contradiction: about };
  return { kind: 'measure', measure };
}
