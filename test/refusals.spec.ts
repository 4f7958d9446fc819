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
  const isTest = (file: string) => /\.(spec|fixture)\.ts$|^test\//.test(file);
  const said = [...ours.filter(({ file }) => !isTest(file)), ...texts('*.sql')].map(({ text }) => text);
  const provoked = ours.filter(({ file }) => file.endsWith('.spec.ts')).map(({ text }) => text);
  const codes = Object.keys(REFUSALS);
  // by a rule that names it, or by the name of a constraint; a description of an act does not count
  const says = (code: string) => new RegExp(`'${code}'|__${code.toLowerCase()}\\b`);
  const missing = (where: string[], by: (code: string) => RegExp) =>
    codes.filter((code) => !where.some((text) => by(code).test(text)));
  expect(missing(said, says)).toEqual([]);
  expect(missing(provoked, (code) => new RegExp(`\\b${code}\\b`))).toEqual([]);
});
