import { CannotStart, orOneSentence } from '@doorbraak/kernel';
import { demoToken } from './issuer';
import { PEOPLE } from './people';
import { DATA, runningAt } from './running';
import { readSecrets } from './secrets';

/** `npm run token -- <person>`: a bearer token of a demo person on stdout, for use with curl. */
async function token(key: string | undefined): Promise<void> {
  const person = PEOPLE.find((one) => one.key === key);
  if (!person) {
    const widest = Math.max(...PEOPLE.map((one) => one.key.length));
    const list = PEOPLE.map((one) => `  ${one.key.padEnd(widest)}  ${one.label.en}`).join('\n');
    throw new CannotStart(`Whose token? Choose one: npm run token -- <person>\n${list}`);
  }
  const address = runningAt(DATA);
  if (address === null) throw new CannotStart('The demo is not running; start it with npm start.');
  process.stdout.write(`${await demoToken(address, readSecrets(DATA), person)}\n`);
}

orOneSentence(token(process.argv[2]));
