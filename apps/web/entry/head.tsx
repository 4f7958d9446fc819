import { useState } from 'react';
import { useMe } from '../data/me';
import { take } from '../data/outbox';
import { Button } from '../kit/button';
import { TextField } from '../kit/field';
import { tell } from '../kit/said';
import { day, people } from '../words/format';
import { useEntryWords } from './entry.words';
import { Marks } from './marks';
import type { Sitting } from './sitting';
import styles from './entry.module.css';

/** What waits and stands in no list of the table: it is said here, with the reasons when it was refused. */
const ELSEWHERE = [
  'createHousehold',
  'addMember',
  'addAgency',
  'linkProblem',
  'startPlan',
  'setNeighbourhood',
  'withdrawFromHousehold',
  'withdrawFromPlan',
];

/** Who sits at this table, where they live, and what of it did not go yet. */
export function Head({ sitting }: { sitting: Sitting }) {
  const { say, language } = useEntryWords();
  const me = useMe();
  const { home, table, waiting } = sitting;
  const code = waiting.find(({ act }) => act === 'createHousehold')?.label ?? home?.code;
  const bad = waiting.filter(({ act, state, reasons }) => {
    const isClash = reasons.some((reason) => reason.code === 'CHANGED_MEANWHILE');
    return ELSEWHERE.includes(act) && (state === 'refused' || state === 'failed') && !isClash;
  });
  return (
    <header>
      <h1>{say('title')}</h1>
      <p className="quiet">{[code, say('visit', { day: day(me.today, language) })].filter(Boolean).join(' · ')}</p>
      <p>{table.members.length ? say('people', { names: people(table.members.map(({ name }) => name)) }) : say('nobodyYet')}</p>
      <Neighbourhood sitting={sitting} />
      {!home && <p className={styles.sub}>{say('notSentYet')}</p>}
      {bad.map(({ key, label }) => (
        <div key={key} className={styles.sub}>
          <strong>{label}</strong> <Marks sitting={sitting} of={key} />
        </div>
      ))}
    </header>
  );
}

const CODE = /^BU\d{4}[0-9A-Z]{4}$/;

/** The neighbourhood by its code, as reports need it; it can be given and corrected at the table. */
function Neighbourhood({ sitting: { id, home, table } }: { sitting: Sitting }) {
  const { say } = useEntryWords();
  const { today } = useMe();
  const { neighbourhood } = table;
  const [open, setOpen] = useState(false);
  const [code, setCode] = useState('');
  const [year, setYear] = useState(today.slice(0, 4));
  const [isWrong, setWrong] = useState(false);
  const typed = code.trim().toUpperCase();
  const save = () => {
    const isRight = CODE.test(typed) && /^20\d\d$/.test(year);
    setWrong(!isRight);
    if (!isRight) return;
    take({
      act: 'setNeighbourhood',
      household: id,
      label: say('neighbourhood', { code: typed }),
      input: { household: id, neighbourhoodCode: typed, neighbourhoodYear: Number(year), seen: home?.version ?? 1 },
      was: home?.neighbourhoodCode ?? '',
    });
    tell(say('neighbourhoodTaken', { code: typed }));
    setOpen(false);
  };
  return (
    <details className={styles.code} open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{neighbourhood ? say('neighbourhood', { code: neighbourhood.code }) : say('neighbourhoodNot')}</summary>
      <form
        className={styles.details}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={say('neighbourhoodCode')}
          hint={say('neighbourhoodHint')}
          maxLength={10}
          value={code}
          error={isWrong ? say('neighbourhoodWrong') : undefined}
          onChange={({ target }) => setCode(target.value)}
        />
        <TextField
          label={say('neighbourhoodYear')}
          inputMode="numeric"
          maxLength={4}
          value={year}
          onChange={({ target }) => setYear(target.value)}
        />
        <Button purpose="secondary" type="submit">
          {say('neighbourhoodSave')}
        </Button>
      </form>
    </details>
  );
}
