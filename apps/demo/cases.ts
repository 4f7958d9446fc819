import { CannotStart, orOneSentence } from '@doorbraak/kernel';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { askAt } from './ask';
import type { Stage } from './case.acting';
import { caseFile, CASE_NAMES, type CaseName } from './case.file';
import { PROOFS, Prover } from './case.prover';
import type { Proof, Shown } from './case.proof';
import { demoToken, issuerAt } from './issuer';
import { FIRST_CASE } from './people';
import { DATA, isPlaying, liveAt } from './running';
import { readSecrets } from './secrets';

/** `npm run cases`: plays the cases against the demo that runs, as their people, and shows what their files say must be shown. */
const USAGE = `npm run cases [-- <case> [--list] [--break <line>]]
  without a case  all of them, one after the other
  <case>          ${CASE_NAMES.join(', ')}
  --list          the lines and their keys
  --break <line>  plays one line wrongly, by number or key; then that line must fail`;

const WIDTH = 140;

type Wish = { name: CaseName; breaks?: Proof };
type Told = { name: CaseName; lines: number; failed: string[] };

const say = (...lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`);

async function cases(): Promise<void> {
  const { wishes, list } = wanted();
  if (list) return wishes.forEach(({ name }) => say(`${name}`, ...listed(PROOFS[name])));
  const stage = await demoThatRuns();
  if (wishes.some(({ name }) => name !== FIRST_CASE)) await othersPlayed();
  const run = Date.now().toString(36);
  const told: Told[] = [];
  for (const wish of wishes) told.push(await tell(stage, wish, run));
  if (told.length > 1) say('', ...told.map((one) => `${one.name.padEnd(12)} ${sum([one])}`), sum(told));
  process.exitCode = told.some(({ failed }) => failed.length > 0) ? 1 : 0;
}

/** A demo that was just started plays these cases itself, on the same clocks. */
async function othersPlayed(): Promise<void> {
  if (isPlaying(DATA))
    say('De demo speelt de gevallen nog zelf; even wachten. / The demo still plays the cases itself; one moment.');
  while (isPlaying(DATA) && (await liveAt(DATA)) !== null) await setTimeout(250);
}

async function demoThatRuns(): Promise<Stage & { address: string }> {
  const address = await liveAt(DATA);
  if (address === null) throw new CannotStart('The demo is not running; start it with npm start, in another window.');
  const secrets = readSecrets(DATA);
  return { address, ask: askAt(address, (person) => demoToken(address, secrets, person)), issuer: issuerAt(address) };
}

async function tell(stage: Stage & { address: string }, { name, breaks }: Wish, run: string): Promise<Told> {
  const { title, household, demoClock } = caseFile(name);
  say('', `${title.nl} / ${title.en}`, `${stage.address}/graphql, ${household.code}-${run}, klok / clock ${demoClock.planDate}`);
  if (breaks) say(`MET EEN FOUT in ${breaks.key}: ${breaks.spoil.nl}`, `WITH A MISTAKE in ${breaks.key}: ${breaks.spoil.en}`);
  const failed: string[] = [];
  let number = 0;
  for await (const { proof, text, shown } of new Prover(stage, name, run).lines(breaks)) {
    const isShown = shown.differences.length === 0;
    if (!isShown) failed.push(proof.key);
    say('', `${++number} ${isShown ? 'GETOOND / SHOWN' : 'NIET GETOOND / NOT SHOWN'}  [${proof.key}] ${proof.title.nl}`);
    say(...[`  ${text}`, ...described(shown).map((line) => `    ${line}`)].flatMap(folded));
  }
  const lines = { name, lines: number, failed };
  say('', sum([lines]));
  return lines;
}

/** How many lines were shown, and which were not. */
function sum(told: Told[]): string {
  const total = told.reduce((all, { lines }) => all + lines, 0);
  const failed = told.flatMap((one) => one.failed.map((key) => (told.length > 1 ? `${one.name} ${key}` : key)));
  return `${total - failed.length} van / of ${total} getoond / shown${failed.length > 0 ? `; niet / not: ${failed.join(', ')}` : ''}`;
}

const listed = (proofs: Proof[]) =>
  proofs.map(({ key, title: { nl, en } }, n) => `${n + 1}  ${key.padEnd(10)}${nl}\n             ${en}`);

/** What was shown; when something was wanting, only that. */
const described = ({ lines, differences }: Shown): string[] =>
  differences.length === 0
    ? lines
    : differences.flatMap(({ what, expected, found }) => [
        what,
        `  verwacht / expected  ${JSON.stringify(expected)}`,
        `  gevonden / found     ${JSON.stringify(found)}`,
      ]);

/** A long line as several, the next ones a little further in. */
function folded(line: string): string[] {
  const margin = ' '.repeat(line.search(/\S/) + 2);
  const lines = [''];
  for (const word of line.trimStart().split(' ')) {
    const last = lines.at(-1)!;
    if (last.trim() && last.length + 1 + word.length > WIDTH) lines.push(margin + word);
    else lines[lines.length - 1] = last === '' ? margin.slice(2) + word : `${last} ${word}`;
  }
  return lines;
}

function wanted(): { wishes: Wish[]; list: boolean } {
  const { values, positionals } = readArguments();
  const [asked] = positionals;
  const name = CASE_NAMES.find((one) => one === asked);
  if (asked !== undefined && !name) throw new CannotStart(USAGE);
  if (values.break === undefined)
    return { wishes: (name ? [name] : CASE_NAMES).map((one) => ({ name: one })), list: values.list ?? false };
  if (!name) throw new CannotStart(`--break asks for a case.\n${USAGE}`);
  const breaks = PROOFS[name].find(({ key }, n) => values.break === key || values.break === `${n + 1}`);
  if (!breaks) throw new CannotStart(`No line is called ${values.break}.\n${USAGE}`);
  return { wishes: [{ name, breaks }], list: false };
}

function readArguments() {
  try {
    return parseArgs({ options: { list: { type: 'boolean' }, break: { type: 'string' } }, allowPositionals: true });
  } catch {
    throw new CannotStart(USAGE);
  }
}

orOneSentence(cases());
