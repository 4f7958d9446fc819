import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useForm } from 'react-hook-form';
import { Link } from 'wouter';
import { holdsBsn } from '../data/bsn.rules';
import { useDraft } from '../data/drafts';
import { newKey } from '../data/key';
import { nameIn } from '../data/lists';
import { Button } from '../kit/button';
import { Select, TextField } from '../kit/field';
import { Suggest, type Suggestion } from '../kit/suggest';
import { actsOf, agenciesFor, endsOf, leadingAgency, type Certainty, type Chosen, type Missing, type Said } from './acts.rules';
import { addDays, takeDay } from './day.rules';
import { useEntryWords } from './entry.words';
import { letterKindOf, readLine, SIGN_OF, signOf, withSign, type Channel, type LetterKind, type Sign } from './line.rules';
import { matches } from './match.rules';
import type { Sitting } from './sitting';
import styles from './entry.module.css';

type Beside = Omit<Chosen, 'id'>;
interface Typed extends Beside {
  line: string;
}
const EMPTY: Typed = { line: '' };
const SIGNS: readonly Sign[] = ['problem', 'agency', 'wait', 'words', 'promise', 'letter', 'contact', 'person'];
const CHANNELS: readonly Channel[] = ['PHONE', 'VISIT', 'OFFICE', 'MAIL', 'ONLINE', 'LETTER'];
const KINDS: readonly LetterKind[] = ['PAY', 'COME', 'SEND', 'OTHER'];

/**
 * One line for everything that is heard. It is read while it is typed and shown beside what it would become; Enter takes it, Tab goes on
 * to what may be said more precisely, Ctrl Z takes the last one back.
 */
export function KitchenLine({ sitting }: { sitting: Sitting }) {
  const { table, lists, restored, canUndo, take: onTake, undo: onUndo } = sitting;
  const { say, language } = useEntryWords();
  const form = useForm<Typed>({ defaultValues: EMPTY });
  const draft = useDraft(form, `kitchen table ${table.household}`);
  const input = useRef<HTMLInputElement>(null);
  const [heard, setHeard] = useState('');
  const [lacks, setLacks] = useState<readonly (Missing | 'bsn')[]>([]);
  const typed = form.watch();
  const { line: text, ...beside } = typed;
  const line = readLine(text, table.today);

  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (!restored) return;
    form.setValue('line', restored.text);
    input.current?.focus();
  }, [restored, form]);

  const type = (value: string) => {
    if (signOf(value) !== signOf(text)) form.reset({ line: value }, { keepDefaultValues: true });
    else form.setValue('line', value);
    setLacks([]);
  };
  const set = <Field extends keyof Beside>(field: Field, value: string | readonly string[]) =>
    form.setValue(field, (value.length > 0 ? value : undefined) as never, { shouldDirty: true });
  const said: Said = {
    first: (what) => say('first', { what }),
    demand: { PAY: say('kindOf.PAY'), COME: say('kindOf.COME'), SEND: say('kindOf.SEND'), OTHER: say('kindOf.OTHER') },
    notAsked: say('notAsked'),
    plan: say('planBegun'),
  };
  const chosen = (id?: string): Chosen => Object.fromEntries(Object.entries({ ...beside, id }).filter(([, value]) => value));

  const takeIt = (id?: string, as = text, more: Pick<Chosen, 'plan'> = {}) => {
    if (holdsBsn(as)) return setLacks(['bsn']);
    const { acts, missing } = actsOf(readLine(as, table.today), { ...chosen(id), ...more }, table, said, newKey);
    setLacks(missing);
    if (missing.length) return;
    onTake(as, acts);
    setHeard(say('taken', { label: acts.at(-1)?.label ?? '' }));
    form.reset(EMPTY);
    void draft.clear();
    input.current?.focus();
  };

  /** What fits the words where the line ends now. An id with `in ` completes the line; another one takes it. */
  const suggest = (value: string): Suggestion[] => {
    const now = readLine(value, table.today);
    const at = value.lastIndexOf('@');
    if (at > 0 && now.agency !== null && now.sign !== 'agency') {
      // only while the name itself is being typed: what stands after it stays as it is
      const tail = value.slice(at + 1);
      const { found, rest } = leadingAgency(tail, table);
      if (rest || takeDay(tail, table.today, 'to come').day || found.some(({ label }) => label === tail.trim())) return [];
      return found.slice(0, 6).map(({ id, label, also }) => ({ id: `in ${id}`, label, more: also }));
    }
    if (now.sign === 'problem' && now.text && now.words === null)
      return [
        ...matches(now.text, table.types).map(({ id, label }) => ({
          id,
          label,
          more: nameIn(lists.lifeDomains, lists.problemTypes.find(({ key }) => key === id)?.domain ?? '', language),
        })),
        { id: 'words', label: say('ownWordsOf', { text: now.text }), more: <kbd>{say('ownWordsKey')}</kbd> },
      ];
    if (now.sign === 'agency') return agenciesFor(now.text, table, 6).map(({ id, label, also }) => ({ id, label, more: also }));
    if ((now.sign === 'letter' || now.sign === 'contact') && now.text)
      return leadingAgency(now.text, table)
        .found.slice(0, 6)
        .map(({ id, label, also }) => ({ id, label, more: also }));
    if (now.sign === 'wait' && now.waiting === null && now.text && value.trimEnd().endsWith('>')) return [];
    if (now.sign === 'wait') return matches(now.text, endsOf(table), 6).map(({ id, label }) => ({ id, label }));
    return [];
  };
  const onSuggestion = ({ id, label }: Suggestion) => {
    if (id === 'words') return takeIt(undefined, withSign(text, 'words'));
    if (!id.startsWith('in ')) return takeIt(id);
    type(`${text.slice(0, text.lastIndexOf('@'))}@${label} `);
    return undefined;
  };

  const keys = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key === 'Enter') {
      event.preventDefault();
      takeIt(undefined, withSign(text, 'words'));
      return true;
    }
    if (command && event.key.toLowerCase() === 'z' && !event.shiftKey && text === '') {
      event.preventDefault();
      onUndo();
      return true;
    }
    return false;
  };

  const choose = (sign: Sign) => {
    type(withSign(text, sign));
    input.current?.focus();
  };
  const people = table.members.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
  const involved = table.involvements.map(({ id, label }) => (
    <option key={id} value={id}>
      {label}
    </option>
  ));
  const date = (label: string, standard: string) => (
    <TextField
      type="date"
      label={label}
      value={beside.day ?? line.day ?? standard}
      onChange={(event) => set('day', event.target.value)}
    />
  );
  const isUnknown = line.sign === 'agency' && line.text !== '' && agenciesFor(line.text, table, 1).length === 0;
  const details = {
    words: null,
    person: (
      <Select
        label={say('role')}
        value={beside.role ?? (line.isChild ? 'CHILD' : 'ADULT')}
        onChange={(event) => set('role', event.target.value)}
      >
        <option value="ADULT">{say('roleOf.ADULT')}</option>
        <option value="CHILD">{say('roleOf.CHILD')}</option>
      </Select>
    ),
    problem: (
      <>
        <Select label={say('who')} value={beside.who ?? ''} onChange={(event) => set('who', event.target.value)}>
          <option value="">{say('everyAdult')}</option>
          {people}
        </Select>
        {beside.who && table.members.length > 2 && (
          <fieldset className={styles.also}>
            <legend>{say('alsoOf')}</legend>
            {table.members
              .filter(({ id }) => id !== beside.who)
              .map(({ id, name }) => (
                <label key={id}>
                  <input
                    type="checkbox"
                    checked={beside.alsoOf?.includes(id) ?? false}
                    onChange={({ target }) => {
                      const others = (beside.alsoOf ?? []).filter((one) => one !== id);
                      set('alsoOf', target.checked ? [...others, id] : others);
                    }}
                  />{' '}
                  <span>{name}</span>
                </label>
              ))}
          </fieldset>
        )}
        {date(say('since'), '')}
      </>
    ),
    agency: (
      <>
        <Select
          label={say('about')}
          value={beside.problem ?? table.lastProblem ?? 'NONE'}
          onChange={(event) => set('problem', event.target.value)}
        >
          <option value="NONE">{say('aboutNone')}</option>
          {table.problems.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
        {isUnknown && (
          <Select
            label={say('kindNew')}
            value={beside.agencyType ?? ''}
            onChange={(event) => set('agencyType', event.target.value)}
          >
            <option value="">{say('kindChoose')}</option>
            {[...table.agencyTypes]
              .sort((a, b) => a.label.localeCompare(b.label, language))
              .map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
          </Select>
        )}
      </>
    ),
    wait: (
      <Select label={say('holder')} value={beside.holder ?? ''} onChange={(event) => set('holder', event.target.value)}>
        <option value="">{say('holderUnknown')}</option>
        {involved}
      </Select>
    ),
    promise: (
      <>
        <Select label={say('promiser')} value={beside.promiser ?? ''} onChange={(event) => set('promiser', event.target.value)}>
          <option value="">{line.agency ? `@${line.agency}` : say('me')}</option>
          {involved}
          {people}
        </Select>
        {date(say('due'), addDays(table.today, 7))}
        <Select
          label={say('certainty')}
          value={beside.certainty ?? 'CERTAIN'}
          onChange={(event) => set('certainty', event.target.value as Certainty)}
        >
          <option value="CERTAIN">{say('certain')}</option>
          <option value="EXPECTED">{say('expected')}</option>
          <option value="I_WILL_TRY">{say('willTry')}</option>
        </Select>
      </>
    ),
    letter: (
      <>
        <Select
          label={say('kind')}
          value={line.amountCents === null ? (beside.kind ?? letterKindOf(line)) : 'PAY'}
          onChange={(event) => set('kind', event.target.value)}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {say(`kindOf.${kind}`)}
            </option>
          ))}
        </Select>
        {date(say('due'), '')}
      </>
    ),
    contact: (
      <>
        <Select
          label={say('channel')}
          value={beside.channel ?? line.channel ?? 'PHONE'}
          onChange={(event) => set('channel', event.target.value)}
        >
          {CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {say(`channelOf.${channel}`)}
            </option>
          ))}
        </Select>
        {date(say('on'), table.today)}
      </>
    ),
  }[line.sign];

  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        takeIt();
      }}
    >
      <div className={styles.typed}>
        <Suggest
          label={say('line')}
          hideLabel
          value={text}
          onType={type}
          suggest={suggest}
          onTake={onSuggestion}
          placeholder={say('linePlace')}
          onKey={keys}
          inputRef={input}
        />
        <Button purpose="primary" type="submit">
          {say('take')}
        </Button>
      </div>
      {lacks.length > 0 && (
        <div role="alert" className={styles.lacks}>
          <ul>
            {lacks.map((what) => (
              <li key={what}>{what === 'bsn' ? say('bsn') : say(`missing.${what}`)}</li>
            ))}
          </ul>
          {lacks.includes('plan') && (
            <p className={styles.footActs}>
              {table.hasDeputy ? (
                <Button purpose="secondary" onClick={() => takeIt(undefined, text, { plan: 'START' })}>
                  {say('planStart')}
                </Button>
              ) : (
                <span>{say('planDeputy')}</span>
              )}
              <Link href={`/huishouden/${table.household}/plan`}>{say('toPlan')}</Link>
            </p>
          )}
        </div>
      )}
      <p className="heard" role="status">
        {heard}
      </p>
      <div className={styles.signs} role="group" aria-label={say('signs')}>
        {SIGNS.map((sign) => (
          <button key={sign} type="button" aria-pressed={sign === line.sign} onClick={() => choose(sign)}>
            {sign !== 'problem' && <kbd aria-hidden="true">{SIGN_OF[sign]}</kbd>} {say(`sign.${sign}`)}
          </button>
        ))}
        <button type="button" className={styles.undo} onClick={onUndo} aria-disabled={!canUndo}>
          <kbd aria-hidden="true">Ctrl Z</kbd> {say('undo')}
        </button>
      </div>
      {text.trim() === '' || !details ? (
        <p className={styles.example}>{say(`example.${line.sign}`)}</p>
      ) : (
        <div className={styles.details}>{details}</div>
      )}
    </form>
  );
}
