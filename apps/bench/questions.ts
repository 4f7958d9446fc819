import { readFileSync } from 'node:fs';
import path from 'node:path';
import { newId } from '@doorbraak/kernel';
import type { Shot } from './load';
import type { Arm, Stage } from './stage';

/** What is asked: of the product in GraphQL, of the bare server by the same rows. The n-th time it may be about another household. */
export type Question = {
  name: string;
  /** of the requests per second of the bare server */
  aim: number;
  ofProduct(arm: Arm, n: number): Shot;
  ofBare(arm: Arm, n: number): Shot;
  /** what both answers are about */
  read(answer: unknown): unknown;
  /** both can be asked the same thing, and say the same */
  repeats: boolean;
};

type Household = { municipality: string; household: string; subject: string };
type Plan = Household & { plan: string; involvement: string; person: string };

const text = (name: string) => readFileSync(path.join(__dirname, name), 'utf8');
const MONTHS_SHOWN = 23;
const SILENT_DAYS = 14;
const ROWS = 50;
/** Quite some: none of them gets so many measures that its list is full. */
const MOST_PLANS = 3000;
const ARMS = 3;

export async function questionsOf(stage: Stage): Promise<Question[]> {
  const rows = async <T extends object>(sql: string, values: unknown[] = []) => (await stage.owner.query<T>(sql, values)).rows;
  const [town] = await rows<{ municipality: string; today: string }>(
    'select id as municipality, demo_today::text as today from municipality where exists (select from household h where h.municipality_id = municipality.id)',
  );
  if (!town) throw new Error('there is nothing to measure on');
  const { municipality, today } = town;
  const lead = `join lead_assignment l on l.municipality_id = h.municipality_id and l.household_id = h.id and l.kind = 'LEAD' and l.until_on is null
    join account a on a.municipality_id = l.municipality_id and a.person_id = l.person_id`;
  const heavy = await rows<Household>(
    `select h.municipality_id as municipality, h.id as household, a.subject from household h ${lead}
     where (select count(*) from problem p where p.municipality_id = h.municipality_id and p.household_id = h.id) between 24 and 26 order by h.id limit 200`,
  );
  const plans = await rows<Plan>(
    `select h.municipality_id as municipality, h.id as household, a.subject, p.id as plan, l.person_id as person,
       (select i.id from involvement i where i.municipality_id = h.municipality_id and i.household_id = h.id and i.withdrawn_on is null
          and i.from_on <= $1 and (i.to_on is null or i.to_on >= $1) order by i.id limit 1) as involvement
     from household h ${lead} join plan p on p.municipality_id = h.municipality_id and p.household_id = h.id and p.status = 'SELECTED'
     order by h.id limit ${MOST_PLANS}`,
    [today],
  );
  const [coordinator] = await rows<{ subject: string; fixteam: string }>(
    `select a.subject, p.fixteam_id as fixteam from account a join professional p on p.municipality_id = a.municipality_id and p.id = a.person_id
     where 'TEAM_COORDINATOR' = any (a.roles) and exists (select from household h where h.municipality_id = p.municipality_id and h.fixteam_id = p.fixteam_id)
     order by a.id limit 1`,
  );
  if (!heavy.length || !plans.length || !coordinator)
    throw new Error('the population holds no household like the one that is measured');

  const tokens = new Map<string, string>();
  for (const subject of new Set([...heavy, ...plans, coordinator].map((one) => one.subject)))
    tokens.set(subject, await stage.token(subject));
  const graphql = ({ port }: Arm, subject: string, query: string, variables: object): Shot => ({
    port,
    path: '/graphql',
    headers: { authorization: `Bearer ${tokens.get(subject)}` },
    body: JSON.stringify({ query, variables }),
  });
  const bare = ({ port }: Arm, question: string, values: unknown[]): Shot => ({
    port,
    path: '/',
    headers: {},
    body: JSON.stringify({ question, values }),
  });
  const nth = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
  const arms = Math.min(ARMS, plans.length);
  const ports: number[] = [];
  /** Every arm writes into plans of its own, where there are so many: what the fastest leaves behind would fill the plans of the others. */
  const planFor = ({ port }: Arm, n: number): Plan => {
    if (!ports.includes(port)) ports.push(port);
    const own = plans.filter((_, at) => at % arms === ports.indexOf(port) % arms);
    return nth(own, n);
  };
  const measure = ({ involvement }: Plan) => ({
    involvement,
    owner: 'contactpersoon',
    dueOn: today,
    service: 'GUIDANCE',
    result: 'steun',
  });
  const grounds = () =>
    [
      ['wmo2015:2.3.5:6', 'LIMIT'],
      ['awb:4:84', 'ROOM'],
      ['wlz:3.2.1:1', 'ROOM'],
    ].map(([provision, role]) => ({ id: newId(), provision, role, argument: 'omdat het hier past' }));
  const [map, list, write] = [text('map.graphql'), text('worklist.graphql'), text('measure.graphql')];

  return [
    {
      ...{ name: 'household map', aim: 0.3, repeats: true },
      ofProduct: (arm, n) => graphql(arm, nth(heavy, n).subject, map, { id: nth(heavy, n).household }),
      ofBare: (arm, n) => bare(arm, 'map', [municipality, nth(heavy, n).household, today, monthsBefore(today, MONTHS_SHOWN)]),
      read: (answer) => (answer as { data?: { household: unknown } }).data?.household ?? answer,
    },
    {
      ...{ name: 'work list', aim: 0.3, repeats: true },
      ofProduct: (arm) => graphql(arm, coordinator.subject, list, {}),
      ofBare: (arm) => bare(arm, 'worklist', [municipality, coordinator.fixteam, today, SILENT_DAYS, ROWS]),
      read: (answer) => (answer as { data?: { workList: unknown } }).data?.workList ?? answer,
    },
    {
      ...{ name: 'measure with three grounds', aim: 0.4, repeats: false },
      ofProduct: (arm, n) => {
        const one = planFor(arm, n);
        return graphql(arm, one.subject, write, { key: newId(), input: { plan: one.plan, ...measure(one), grounds: grounds() } });
      },
      ofBare: (arm, n) => {
        const one = planFor(arm, n);
        return bare(arm, 'measure', [
          municipality,
          one.plan,
          { id: newId(), ...measure(one) },
          JSON.stringify(grounds()),
          one.person,
          today,
        ]);
      },
      read: (answer) => (answer as { data?: { addMeasure: unknown } }).data?.addMeasure ?? answer,
    },
  ];
}

/** The first day of the month so many months before this day's. */
function monthsBefore(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}
