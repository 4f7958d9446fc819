import './quiet';
import { parseArgs } from 'node:util';
import { CannotStart, orOneSentence } from '@doorbraak/platform';
import { askAt } from './ask';
import { caseFile, CASE_NAMES, type CaseName } from './case.file';
import { PROOFS, Prover } from './case.prover';
import type { Proof, Shown } from './case.proof';
import { demoToken, issuerAt } from './identity';
import { DATA, liveAt } from './running';
import { readSecrets } from './secrets';

/** `npm run cases -- peter`: plays a case against the demo that runs, as its people, and shows what its file says must be shown. */
const USAGE = `npm run cases -- <case> [--list] [--break <line>]
  <case>          ${CASE_NAMES.filter((name) => PROOFS[name]).join(', ')}
  --list          the lines and their keys
  --break <line>  plays one line wrongly, by number or key; then that line must fail`;

const WIDTH = 130;

const say = (...lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`);

async function cases(): Promise<void> {
  const { name, proofs, list, breaks } = wishes();
  const { title, mustShow, household, demoClock } = caseFile(name);
  if (list) {
    say(...proofs.map(({ key, title: { nl, en } }, n) => `${n + 1}  ${key.padEnd(9)}${nl}\n            ${en}`));
    return;
  }
  const address = await liveAt(DATA);
  if (address === null) throw new CannotStart('The demo is not running; start it with npm start, in another window.');
  const secrets = readSecrets(DATA);
  const stage = { ask: askAt(address, (person) => demoToken(address, secrets, person)), issuer: issuerAt(address) };
  const run = Date.now().toString(36);
  say(title.nl, title.en, `${address}/graphql, ${household.code}-${run}, klok / clock ${demoClock.planDate}`);
  if (breaks) say(`MET EEN FOUT in ${breaks.key}: ${breaks.spoil.nl}`, `WITH A MISTAKE in ${breaks.key}: ${breaks.spoil.en}`);
  const failed: string[] = [];
  let number = 0;
  for await (const { proof, text, shown } of new Prover(stage, name, run).lines(breaks)) {
    const isShown = shown.differences.length === 0;
    if (!isShown) failed.push(proof.key);
    say('', `${++number} ${isShown ? 'GETOOND / SHOWN' : 'NIET GETOOND / NOT SHOWN'}  [${proof.key}] ${proof.title.nl}`);
    say(...[`  ${text}`, ...told(shown).map((line) => `    ${line}`)].flatMap(folded));
  }
  const total = mustShow.filter(({ by }) => by === 'first').length;
  say(
    '',
    `${total - failed.length} van / of ${total} getoond / shown${failed.length > 0 ? `; niet / not: ${failed.join(', ')}` : ''}`,
  );
  process.exitCode = failed.length > 0 ? 1 : 0;
}

/** What was shown; when something was wanting, only that. */
const told = ({ lines, differences }: Shown): string[] =>
  differences.length === 0
    ? lines
    : differences.flatMap(({ what, expected, found }) => [
        what,
        `  verwacht / expected  ${JSON.stringify(expected)}`,
        `  gevonden / found     ${JSON.stringify(found)}`,
      ]);

/** A long line as several, the next ones a little further in. */
function folded(line: string): string[] {
  const end = line.length <= WIDTH ? -1 : line.lastIndexOf(' ', WIDTH);
  const margin = ' '.repeat(line.search(/\S/) + 2);
  return end <= margin.length ? [line] : [line.slice(0, end), ...folded(margin + line.slice(end + 1))];
}

function wishes(): { name: CaseName; proofs: Proof[]; list: boolean; breaks: Proof | undefined } {
  const { values, positionals } = readArguments();
  const name = CASE_NAMES.find((one) => one === positionals[0]);
  const proofs = name && PROOFS[name];
  if (!proofs) throw new CannotStart(USAGE);
  const breaks = proofs.find(({ key }, n) => values.break === key || values.break === `${n + 1}`);
  if (values.break !== undefined && !breaks) throw new CannotStart(`No line is called ${values.break}.\n${USAGE}`);
  return { name, proofs, list: values.list ?? false, breaks };
}

function readArguments() {
  try {
    return parseArgs({ options: { list: { type: 'boolean' }, break: { type: 'string' } }, allowPositionals: true });
  } catch {
    throw new CannotStart(USAGE);
  }
}

orOneSentence(cases());
