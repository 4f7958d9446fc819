import { parseArgs } from 'node:util';
import { found } from '@doorbraak/directory';
import { CannotStart, orOneSentence } from '@doorbraak/kernel';
import { readConfiguration } from '@doorbraak/platform';
import { ownerConnection } from './migrate';

const HOW = `Make a municipality, its first team and its first administrator:
  npm run found -- --code GM1234 --name "Gemeente" --team "wijkteam Noord" \\
    --issuer https://issuer.example.org --subject subject-at-that-issuer --label "Name of the administrator"
  Add --demo for a municipality whose clock can be set; that never changes afterwards.`;

const text = { type: 'string' } as const;
const options = {
  code: text,
  name: text,
  team: text,
  issuer: text,
  subject: text,
  label: text,
  demo: { type: 'boolean' },
} as const;

function read() {
  try {
    return parseArgs({ options }).values;
  } catch {
    throw new CannotStart(HOW);
  }
}

async function main(): Promise<void> {
  const { code, name, team, issuer, subject, label, demo } = read();
  if (!code || !name || !team || !issuer || !subject || !label) throw new CannotStart(HOW);
  if (!/^GM\d{4}$/.test(code)) throw new CannotStart('--code is GM and four digits, as Statistics Netherlands writes it.');
  const { DATABASE_OWNER_URL } = readConfiguration(process.env, 'founding');
  const founding = {
    municipality: { code, name, kind: demo ? 'DEMO' : 'REAL' },
    fixteam: team,
    administrator: { issuer, subject, label },
  } as const;
  const ids = await ownerConnection(DATABASE_OWNER_URL, (owner) => found(owner, founding)).catch((error: Error) => {
    const isHereAlready = (error as { code?: string }).code === '23505';
    throw isHereAlready ? new CannotStart(`${code} is here already; its administrator invites everybody else.`) : error;
  });
  process.stdout.write(`founded: ${name} (${ids.municipality}), ${team} (${ids.fixteam})\n`);
}

orOneSentence(main());
