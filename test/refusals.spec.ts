import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REFUSALS } from '@doorbraak/kernel';
import { repository } from './reference';

const texts = (pattern: string) =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', pattern], { cwd: repository, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file && !file.endsWith('refusals.ts') && file !== 'test/refusals.spec.ts')
    .map((file) => ({ file, text: readFileSync(path.join(repository, file), 'utf8') }));

test('every way of saying no is said somewhere, and provoked in a test', () => {
  const ours = texts('*.ts');
  const said = [...ours.filter(({ file }) => !file.endsWith('.spec.ts')), ...texts('*.sql')].map(({ text }) =>
    text.toUpperCase(),
  );
  const provoked = ours.filter(({ file }) => file.endsWith('.spec.ts')).map(({ text }) => text);
  const named = (where: string[], code: string) => where.some((text) => new RegExp(`\\b${code}\\b|__${code}\\b`).test(text));
  const codes = Object.keys(REFUSALS);
  expect(codes.filter((code) => !named(said, code))).toEqual([]);
  expect(codes.filter((code) => !named(provoked, code))).toEqual([]);
});
