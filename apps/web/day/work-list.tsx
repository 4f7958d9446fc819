import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { Link, useLocation, useSearchParams } from 'wouter';
import { AFTER_ANY_ACT } from '../data/asked-again';
import { graphql, type ResultOf, type VariablesOf } from '../data/graphql';
import { useMe } from '../data/me';
import { Button } from '../kit/button';
import { Explain } from '../kit/explain';
import { Select, TextField } from '../kit/field';
import { Ring } from '../kit/icon';
import { Tag } from '../kit/marks';
import { Answer, Empty, Failed } from '../kit/states';
import { day } from '../words/format';
import { nameOf } from './day.rules';
import { useDayWords } from './day.words';
import { SavedViews } from './saved-views';
import { addressOf, isUsual, QUICKS, RELATIONS, SORTS, STAGES, viewOf, type View } from './view.rules';
import styles from './day.module.css';

const WORK_LIST = graphql(`
  query WorkList($first: Int!, $after: String, $search: String, $sort: WorkListSort!, $filter: WorkListFilter) {
    workList(first: $first, after: $after, search: $search, sort: $sort, filter: $filter) {
      counts {
        all
        waiting
        circle
        late
        silent
      }
      nodes {
        id
        code
        memberNames
        relation
        openProblems
        agencies
        circles
        stage
        waitsFor {
          agencyName
          workingDays
          isOver
        }
        latePromises
        lastContactOn
        isSilent
        isClosed
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);
type Found = ResultOf<typeof WORK_LIST>['workList'];
type Row = Found['nodes'][number];
const PAGE = 25;
/** Typing goes on while the list is asked for; it waits for the end of a word. */
const PAUSE = 250;

const askOf = (view: View, after: string | null): VariablesOf<typeof WORK_LIST> => ({
  first: PAGE,
  after,
  search: view.search || null,
  sort: view.sort,
  filter: {
    closed: view.closed,
    quick: view.quick,
    relations: view.relation ? [view.relation] : null,
    stages: view.stage ? [view.stage] : null,
  },
});

/** My households, with everything that is looked for in the address. `reloads` rises when something changed elsewhere. */
export function WorkList({ reloads, mayBegin }: { reloads: number; mayBegin: boolean }) {
  const { say } = useDayWords();
  const [params] = useSearchParams();
  const [, go] = useLocation();
  const view = viewOf(params);
  const look = (change: Partial<View>) => go(addressOf({ ...view, ...change }), { replace: true });
  const [result, again] = useQuery({ query: WORK_LIST, variables: askOf(view, null), context: AFTER_ANY_ACT });
  useEffect(() => {
    if (reloads > 0) again({ requestPolicy: 'network-only' });
  }, [reloads]);
  const counts = result.data?.workList.counts;
  const countOf = {
    ALL: counts?.all,
    WAITING: counts?.waiting,
    CIRCLE: counts?.circle,
    LATE: counts?.late,
    SILENT: counts?.silent,
  };
  return (
    <section className={styles.list} aria-labelledby="households">
      <h2 id="households">
        {say(view.closed ? 'closed' : 'households')} <span className={styles.count}>{counts?.all}</span>
      </h2>
      <div className={styles.filters}>
        <Search key={view.search === '' ? 'empty' : 'filled'} value={view.search} onSearch={(search) => look({ search })} />
        <div className={styles.quicks} role="group" aria-label={say('filters')}>
          {QUICKS.map((quick) => (
            <button
              key={quick}
              type="button"
              className={styles.quick}
              aria-pressed={view.quick === quick}
              onClick={() => look({ quick })}
            >
              {say(`quick.${quick}`)} <span className={styles.count}>{countOf[quick]}</span>
            </button>
          ))}
          <Explain term="knot" />
        </div>
        <details
          className={styles.more}
          open={view.relation !== null || view.stage !== null || view.closed || view.sort !== 'CODE'}
        >
          <summary>{say('moreFilters')}</summary>
          <div className={styles.selects}>
            <Select label={say('sort')} value={view.sort} onChange={({ target }) => look({ sort: target.value as View['sort'] })}>
              {SORTS.map((sort) => (
                <option key={sort} value={sort}>
                  {say(`sortBy.${sort}`)}
                </option>
              ))}
            </Select>
            <Select
              label={say('iAm')}
              value={view.relation ?? ''}
              onChange={({ target }) => look({ relation: (target.value || null) as View['relation'] })}
            >
              <option value="">{say('iAmAny')}</option>
              {RELATIONS.map((relation) => (
                <option key={relation} value={relation}>
                  {say(`relation.${relation}`)}
                </option>
              ))}
            </Select>
            <Select
              label={say('stageLabel')}
              value={view.stage ?? ''}
              onChange={({ target }) => look({ stage: (target.value || null) as View['stage'] })}
            >
              <option value="">{say('stageAny')}</option>
              {STAGES.map((stage) => (
                <option key={stage} value={stage}>
                  {say(`stage.${stage}`)}
                </option>
              ))}
            </Select>
            <label className={styles.check}>
              <input type="checkbox" checked={view.closed} onChange={({ target }) => look({ closed: target.checked })} />
              {say('closedOnly')}
            </label>
          </div>
        </details>
        <SavedViews view={view} />
      </div>
      <Answer result={result} pick={(data) => data.workList} again={() => again({ requestPolicy: 'network-only' })}>
        {(found) =>
          found.nodes.length === 0 ? (
            <Nothing view={view} mayBegin={mayBegin} />
          ) : (
            <>
              <p className="heard" role="status">
                {say('found', { count: countOf[view.quick] ?? 0 })}
              </p>
              <Table key={addressOf(view)} view={view} found={found} />
            </>
          )
        }
      </Answer>
    </section>
  );
}

function Nothing({ view, mayBegin }: { view: View; mayBegin: boolean }) {
  const { say } = useDayWords();
  if (!isUsual(view)) return <Empty action={<Link href="/">{say('showAll')}</Link>}>{say('noneFound')}</Empty>;
  return (
    <Empty action={mayBegin ? <Link href="/nieuw">{say('newHousehold')}</Link> : undefined}>
      {say(mayBegin ? 'none' : 'noneTeam')}
    </Empty>
  );
}

/** What is typed is in the field at once; the address follows after a moment, and the list follows the address. */
function Search({ value, onSearch }: { value: string; onSearch: (words: string) => void }) {
  const { say } = useDayWords();
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <div className={styles.search}>
      <TextField
        type="search"
        label={say('search')}
        hideLabel
        placeholder={say('search')}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => onSearch(target.value), PAUSE);
        }}
      />
    </div>
  );
}

const COLUMNS = ['household', 'iAm', 'size', 'circles', 'stage', 'waitsFor', 'contact'] as const;

function Table({ view, found }: { view: View; found: Found }) {
  const { say } = useDayWords();
  return (
    <div className={styles.table}>
      <table>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={column === 'household' || column === 'circles' ? undefined : styles.wide}>
                {say(`head.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <Rows nodes={found.nodes} />
        <Next view={view} page={found.pageInfo} />
      </table>
    </div>
  );
}

/** The next page, asked for with a press; it brings its own next one. */
function Next({ view, page }: { view: View; page: Found['pageInfo'] }) {
  const { say } = useDayWords();
  const [isAsked, ask] = useState(false);
  const [{ data, error, fetching }, again] = useQuery({
    query: WORK_LIST,
    variables: askOf(view, page.endCursor),
    pause: !isAsked,
    context: AFTER_ANY_ACT,
  });
  if (!page.hasNextPage) return null;
  if (data)
    return (
      <>
        <Rows nodes={data.workList.nodes} />
        <Next view={view} page={data.workList.pageInfo} />
      </>
    );
  return (
    <tbody>
      <tr>
        <td colSpan={COLUMNS.length}>
          {error && <Failed error={error} again={() => again({ requestPolicy: 'network-only' })} />}
          <Button purpose="secondary" busy={fetching} onClick={() => ask(true)}>
            {say('showMore')}
          </Button>
        </td>
      </tr>
    </tbody>
  );
}

function Rows({ nodes }: { nodes: readonly Row[] }) {
  const { say, language } = useDayWords();
  const { today } = useMe();
  const contactOf = ({ lastContactOn }: Row) =>
    lastContactOn === null ? say('never') : lastContactOn === today ? say('today') : day(lastContactOn, language);
  const waitOf = ({ waitsFor }: Row) => {
    if (!waitsFor) return say('waitsForNobody');
    const agency = waitsFor.agencyName;
    if (waitsFor.isOver || waitsFor.workingDays === null) return say('waitsForOver', { agency });
    if (waitsFor.workingDays === 0) return say('waitsForToday', { agency });
    return say('waitsFor', { agency, count: waitsFor.workingDays });
  };
  const sizeOf = ({ openProblems, agencies }: Row) => `${openProblems ?? '–'} / ${agencies}`;
  const stageOf = ({ stage }: Row) => (stage ? say(`stage.${stage}`) : say('noPlan'));
  return (
    <tbody>
      {nodes.map((row) => {
        const { name, more } = nameOf(row.memberNames, row.code);
        return (
          <tr key={row.id}>
            <th scope="row" className={styles.household}>
              <Link href={`/huishouden/${row.id}`} data-step>
                {name}
              </Link>
              <span className="quiet small">
                {more > 0 && ` ${say('more', { count: more })}`}
                {name !== row.code && ` · ${row.code}`}
              </span>{' '}
              {row.latePromises ? (
                <Tag tone="warn" icon="clock">
                  {say('latePromises', { count: row.latePromises })}
                </Tag>
              ) : null}
              <span className={`${styles.narrow} quiet small`}>
                {say(`relation.${row.relation}`)} · {stageOf(row)} · {sizeOf(row)}
                <br />
                {say('head.waitsFor')}: {waitOf(row)}
                <br />
                {say('head.contact')}: {contactOf(row)}
              </span>
            </th>
            <td className={styles.wide}>{say(`relation.${row.relation}`)}</td>
            <td className={styles.wide}>{sizeOf(row)}</td>
            <td>
              {row.circles ? (
                <span className={styles.knot}>
                  <Ring size={14} /> {row.circles}
                </span>
              ) : (
                <span className="quiet">{row.circles === null ? say('notKnown') : say('noCircles')}</span>
              )}
            </td>
            <td className={styles.wide}>{stageOf(row)}</td>
            <td className={styles.wide}>{waitOf(row)}</td>
            <td className={styles.wide}>
              {row.isSilent ? (
                <Tag tone="warn" icon="phone">
                  {contactOf(row)}
                </Tag>
              ) : (
                contactOf(row)
              )}
            </td>
          </tr>
        );
      })}
    </tbody>
  );
}
