import { availableParallelism } from 'node:os';
import { readConfiguration } from './configuration';

const complete = {
  DATABASE_URL: 'postgres://doorbraak_app@127.0.0.1/doorbraak',
  DOORBRAAK_MASTER_KEY: 'a'.repeat(64),
  DOORBRAAK_CONTEXT_KEY: 'b'.repeat(64),
  OIDC_ISSUER: 'https://issuer.example',
  OIDC_CLIENT_SECRET: 'secret',
  PUBLIC_URL: 'https://doorbraak.example',
};

test('reads what is set and fills in what may be left out', () => {
  expect(readConfiguration(complete)).toMatchObject({
    ...complete,
    PORT: 3000,
    DATABASE_POOL: 2 * availableParallelism(),
    NODE_ENV: 'development',
  });
});

test('names everything that is wrong at once, and never a value', () => {
  const wrong = { ...complete, DATABASE_URL: 'hunter2', DOORBRAAK_MASTER_KEY: 'hunter2', PORT: '99999' };
  expect(() => readConfiguration(wrong)).toThrow(/DATABASE_URL[\s\S]*DOORBRAAK_MASTER_KEY[\s\S]*PORT/);
  expect(() => readConfiguration(wrong)).not.toThrow(/hunter2/);
});
