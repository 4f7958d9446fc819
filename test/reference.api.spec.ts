import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { found } from '@doorbraak/directory';
import { LawCatalogue } from '@doorbraak/law';
import { createApi } from '../apps/api/app';
import type { Request } from 'express';
import { testDatabase, type TestDatabase } from './database';
import { realReference } from './reference';

let database: TestDatabase;
let api: NestExpressApplication;

beforeAll(async () => {
  database = await testDatabase();
  for (const kind of ['DEMO', 'REAL'] as const) {
    await found(database.superuser, {
      municipality: { code: kind === 'DEMO' ? 'GM9998' : 'GM9999', name: kind, kind },
      fixteam: 'Noord',
      administrator: { issuer: 'test', subject: kind, label: 'beheerder' },
    });
  }
  api = await createApi(database.configuration, (app) =>
    app.use((req: Request, _: unknown, next: () => void) => {
      const subject = req.header('x-test-person');
      if (subject) req.signedIn = { issuer: 'test', subject };
      next();
    }),
  );
});
afterAll(async () => {
  await api.close();
  await database.drop();
});

async function ask<T = Record<string, never>>(query: string, as?: 'DEMO' | 'REAL'): Promise<{ data: T; codes: string[] }> {
  const answer = await request(api.getHttpServer())
    .post('/graphql')
    .set(as ? { 'x-test-person': as } : {})
    .send({ query });
  const { data, errors = [] } = answer.body as { data: T; errors?: { extensions: { code: string } }[] };
  return { data, codes: errors.map(({ extensions }) => extensions.code) };
}

type Page = { provisionsInForce: { nodes: { key: string }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } };

describe('reference data over the API', () => {
  test('a provision says what it is, whether it was in force on a day, what it said then, and what was ever known of it', async () => {
    const { data } = await ask(
      `{ provision(key: "huisvestingswet:12:1") {
           law { shortTitle kind } role roomKind { name { nl } } reference
           before: inForce(on: "2014-12-31") then: inForce(on: "2026-06-30")
           may: text(on: "2026-06-30") { role summary { nl en } } must: text(on: "2026-07-01") { summary { en } }
           versions { validFrom validTo } history { knownFrom knownTo row { key } } } }`,
      'REAL',
    );
    expect(data).toEqual({
      provision: {
        law: { shortTitle: 'Hw 2014', kind: 'ACT' },
        role: 'ROOM',
        roomKind: { name: { nl: 'zorgplicht' } },
        reference: 'jci1.3:c:BWBR0035303&artikel=12&lid=1',
        before: 'NOT_IN_FORCE',
        then: 'IN_FORCE',
        may: {
          role: 'ROOM',
          summary: {
            nl: 'De gemeenteraad kan dringende gevallen voorrang geven.',
            en: 'The council may give priority to urgent cases.',
          },
        },
        must: { summary: { en: 'The council must give priority to urgent cases.' } },
        versions: [
          { validFrom: '2015-01-01', validTo: '2026-06-30' },
          { validFrom: '2026-07-01', validTo: null },
        ],
        history: [{ knownFrom: '2020-01-01', knownTo: null, row: { key: 'huisvestingswet:12:1' } }],
      },
    });
  });

  test('what was in force on a day comes in pages that miss nothing and repeat nothing', async () => {
    const page = (first: number, after: string | null) =>
      ask<Page>(
        `{ provisionsInForce(on: "2026-07-01", first: ${first}, after: ${JSON.stringify(after)}, unproven: true) { nodes { key } pageInfo { endCursor hasNextPage } } }`,
        'REAL',
      ).then(({ data }) => data.provisionsInForce);
    const keys: string[] = [];
    for (let next: Page['provisionsInForce'] | undefined; !next || next.pageInfo.hasNextPage; ) {
      next = await page(97, next?.pageInfo.endCursor ?? null);
      keys.push(...next.nodes.map(({ key }) => key));
    }
    const all = new LawCatalogue(realReference()).provisionsInForce('2026-07-01', { unproven: true });
    expect(keys).toEqual(all.map(({ key }) => key));
    expect(keys.length).toBeGreaterThan(3 * 97);
    const exact = await ask<Page>(
      '{ provisionsInForce(on: "2026-07-01", law: "bbz2004", unproven: true, first: 1) { nodes { key } pageInfo { hasNextPage } } }',
      'REAL',
    );
    expect(exact.data.provisionsInForce).toEqual({ nodes: [{ key: 'bbz2004:2' }], pageInfo: { hasNextPage: false } });
    expect(await page(10, 'zzz')).toEqual({ nodes: [], pageInfo: { endCursor: null, hasNextPage: false } });
  });

  test('by law and role, and only what is proven unless more is asked', async () => {
    const keys = async (on: string, more = '') =>
      (
        await ask<Page>(
          `{ provisionsInForce(on: "${on}", law: "wgs", role: LIMIT, first: 100${more}) { nodes { key } pageInfo { hasNextPage } } }`,
          'REAL',
        )
      ).data.provisionsInForce.nodes.map(({ key }) => key);
    expect(await keys('2026-01-01')).toContain('wgs:3:3');
    expect(await keys('2026-02-01')).not.toContain('wgs:3:3'); // the last text that was read is of January
    expect(await keys('2026-02-01', ', unproven: true')).toContain('wgs:3:3');
    expect(await keys('2026-01-01')).not.toContain('wgs:3:1'); // room
  });

  test.each([0, 101, -1])('a page of %i rows is refused', async (first) => {
    const { codes } = await ask(`{ provisionsInForce(on: "2026-07-01", first: ${first}) { nodes { key } } }`, 'REAL');
    expect(codes).toEqual(['BAD_INPUT']);
  });

  test('invented law is there for a demo municipality and for no other, by whatever way one asks', async () => {
    const query = `{ laws { key } law(key: "voorbeeld-verordening-jeugd") { key } provision(key: "voorbeeld-verordening-jeugd:looptijd") { key }
      conflictPatterns { key sideA { key } } provisionsInForce(on: "2026-07-01", law: "voorbeeld-verordening-jeugd", unproven: true, first: 9) { nodes { key } } }`;
    const [real, demo] = [await ask(query, 'REAL'), await ask(query, 'DEMO')];
    expect(JSON.stringify(real)).not.toContain('voorbeeld');
    expect(JSON.stringify(demo).match(/voorbeeld-verordening-jeugd:looptijd/g)).toHaveLength(3);
    expect(demo.data).toMatchObject({ law: { key: 'voorbeeld-verordening-jeugd' } });
  });

  test('what is not in the catalogue is null', async () => {
    expect(await ask('{ law(key: "x") { key } provision(key: "x") { key } }', 'REAL')).toEqual({
      data: { law: null, provision: null },
      codes: [],
    });
  });

  test('every list can be asked in full', async () => {
    const { data, codes } = await ask<Record<string, Record<string, unknown>[]>>(
      `{ laws { key order kind title shortTitle bwbId celex bwbIdEvidence general payers ownerAgency validFrom validTo dateEvidence datePrecision source note example provisions { key } }
         roomKinds { key name { nl en } definition { nl en } usualRole }
         conflictPatterns { key type title { nl en } tension { nl en } sideA { key } sideB { key } roomVia { key } }
         agencyTypes { key name { nl en } level hasCustomSolutionDesk mayReceiveBsn secrecyRegime defaultLaw defaultPayer evidence }
         secrecyRegimes { key name { nl en } }
         payers { key name { nl en } group law publicMoney bears { nl en } }
         holidays { key name { nl en } equated }
         retentionRules { key law documentType trigger years months rule validFrom validTo source confidence enabled }
         lifeDomains { key order name { nl en } usualDataClass scored } lifeScale { key name { nl en } }
         problemTypes { key domain dataClass name { nl en } validTo }
         serviceTypes { key group name { nl en } oneOff unitCost law }
         legalBases { key name { nl en } law article purposes domains recipients needsConsent validFrom validTo dateEvidence source }
         unitCosts { key name { nl en } unit cents priceYear validFrom validTo payer source confidence vatIncluded enabled }
         benchmarks { key name { nl en } unit cents priceYear payers source confidence }
         unpricedItems { key name { nl en } unit payer }
         reverseTest { key order question { nl en } } coreValues { key value { nl en } } deviationKinds { key name { nl en } } }`,
      'DEMO',
    );
    expect(codes).toEqual([]);
    expect(Object.fromEntries(Object.entries(data).map(([list, rows]) => [list, rows.length]))).toEqual({
      laws: 49,
      roomKinds: 13,
      conflictPatterns: 22,
      agencyTypes: 57,
      secrecyRegimes: 9,
      payers: 16,
      holidays: 77,
      retentionRules: 9,
      lifeDomains: 14,
      lifeScale: 5,
      problemTypes: 88,
      serviceTypes: 47,
      legalBases: 20,
      unitCosts: 65,
      benchmarks: 11,
      unpricedItems: 23,
      reverseTest: 4,
      coreValues: 12,
      deviationKinds: 12,
    });
    expect(data['unitCosts']).toContainEqual(
      expect.objectContaining({ key: 'WMO_GUIDANCE_PLUS', cents: '8520', payer: 'WMO', vatIncluded: 'UNKNOWN' }),
    );
  });

  test('nobody who is not signed in gets any of it', async () => {
    expect((await ask('{ payers { key } }')).codes).toEqual(['NOT_SIGNED_IN']);
  });
});
