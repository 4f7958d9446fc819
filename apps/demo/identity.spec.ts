import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import express from 'express';
import { signIn, type Account } from '@doorbraak/access';
import { Browser, type Page } from '../../test/browser';
import { CLIENT_ID, demoIdentity } from './identity';
import { demoToken, issuerAt } from './issuer';
import { homePage } from './pages';
import { PEOPLE } from './people';
import { demoSecrets, type DemoSecrets } from './secrets';

const folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-identity-'));
const account: Account = {
  account: '0',
  municipality: '1',
  person: '2',
  roles: [],
  fixteam: null,
  agency: null,
  label: null,
  municipalityName: 'Demodorp',
  kind: 'DEMO',
  demoToday: null,
  tenants: [],
};
let server: Server;
let here: string;
let secrets: DemoSecrets;

beforeAll(async () => {
  // the provider warns that it forgets everything at a stop, which a demo may
  (['info', 'warn'] as const).forEach((level) => jest.spyOn(console, level).mockReturnValue());
  secrets = await demoSecrets(folder);
  const app = express();
  server = createServer((request, response) => app(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  here = `http://localhost:${(server.address() as AddressInfo).port}`;
  const settings = {
    OIDC_ISSUER: issuerAt(here),
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET: secrets.clientSecret,
    OIDC_AUDIENCE: 'doorbraak-api',
    PUBLIC_URL: here,
    DOORBRAAK_MASTER_KEY: secrets.masterKey,
    SESSION_SECONDS: 60,
  };
  app.use(demoIdentity(here, secrets));
  app.use(signIn(settings, { find: () => Promise.resolve(account) }));
  app.get('/', (request, response) => void response.json(request.signedIn ?? null));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const chosen = (page: Page) => JSON.parse(page.text) as unknown;
const broken = (page: Page) => expect([page.status, page.text]).toEqual([400, expect.stringContaining('Begin opnieuw')]);

test('on one port, somebody chooses who to be and is signed in as that person', async () => {
  const browser = new Browser();
  const choose = await browser.go(`${here}/sign-in`, { from: here });
  expect(choose.text).toContain('Alle mensen zijn verzonnen.');
  const signedIn = await browser.refresh(await browser.submit(choose, { person: 'mandate' }));
  expect(chosen(signedIn)).toEqual({ issuer: `${here}/oidc`, subject: 'demo-mandate' });
});

test('who signs in again may choose somebody else', async () => {
  const browser = new Browser();
  for (const person of ['lead', 'coordinator']) {
    const choose = await browser.go(`${here}/sign-in`, { from: here });
    const signedIn = await browser.refresh(await browser.submit(choose, { person }));
    expect(chosen(signedIn)).toMatchObject({ subject: `demo-${person}` });
  }
});

test('the page shows everybody, each as a button, with a style of its own and no script', async () => {
  const { text, headers } = await new Browser().go(`${here}/sign-in`);
  PEOPLE.forEach(({ key }) => expect(text).toContain(`value="${key}"`));
  expect(text.match(/<button/g)).toHaveLength(PEOPLE.length);
  expect(text).not.toMatch(/<script|onclick|style="/);
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/);
});

test('a person that is not in the list, or a choice that another browser was asked for, is nobody', async () => {
  const browser = new Browser();
  const choose = await browser.go(`${here}/sign-in`);
  broken(await browser.submit(choose, { person: 'root' }));
  broken(await new Browser().submit(choose, { person: 'lead' }));
  broken(await browser.go(`${here}/oidc/choose/unknown`));
});

test('an error of the provider has a page of ours, without what was sent', async () => {
  const page = await new Browser().go(`${here}/oidc/auth?client_id=stranger&response_type=code&scope=openid`);
  broken(page);
  expect(page.text).not.toContain('stranger');
});

test('the token of a person is one that the api believes', async () => {
  const authorization = `Bearer ${await demoToken(here, secrets, { subject: 'demo-lead' })}`;
  const response = await fetch(here, { headers: { authorization } });
  expect(await response.json()).toEqual({ issuer: `${here}/oidc`, subject: 'demo-lead' });
});

test('the keys are made once and readable by the owner only', async () => {
  expect(await demoSecrets(folder)).toEqual(secrets);
  expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('in production it does not even load', () => {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    jest.isolateModules(() => expect(() => jest.requireActual('./identity')).toThrow('does not run in production'));
  } finally {
    process.env['NODE_ENV'] = before;
  }
});

test('every person is a role and says to be fictional; the page at the door names all of them and the addresses', () => {
  expect(new Set(PEOPLE.map(({ subject }) => subject)).size).toBe(PEOPLE.length);
  const home = homePage('http://localhost:3000', PEOPLE);
  for (const { key, label } of PEOPLE) {
    expect(label.nl).toMatch(/\(verzonnen\)$/);
    expect(home).toContain(`npm run token -- ${key}<`);
  }
  for (const address of ['/graphql', '/sign-in', '/health/live', '/health/ready', '/oidc'])
    expect(home).toContain(`http://localhost:3000${address}`);
});
