import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REFUSALS } from '@doorbraak/kernel';
import { repository } from './reference';

/** That the product really says each of them, over HTTP, is judged by `teardown.ts` when the whole run is over. */
test('every way of saying no is expected by a test', () => {
  const specs = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.spec.ts'], { cwd: repository, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file && file !== 'test/refusals.spec.ts')
    .map((file) => readFileSync(path.join(repository, file), 'utf8'));
  const isExpected = (code: string) => specs.some((text) => new RegExp(`\\b${code}\\b`).test(text));
  expect(Object.keys(REFUSALS).filter((code) => !isExpected(code))).toEqual([]);
});
