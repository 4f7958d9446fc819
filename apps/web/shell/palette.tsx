import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useQuery } from 'urql';
import { useLocation } from 'wouter';
import { graphql, type ResultOf } from '../data/graphql';
import { useMe } from '../data/me';
import { Dialog } from '../kit/dialog';
import { Ring } from '../kit/icon';
import { tell } from '../kit/said';
import { people } from '../words/format';
import { commandsFor, type Command } from './palette.rules';
import { usePaletteWords } from './palette.words';
import styles from './search.module.css';

/** A command and what it does; it closes the palette first. */
export interface Action extends Command {
  run: () => void;
}

const SEARCH = graphql(`
  query Search($words: String!, $first: Int!) {
    search(words: $words, first: $first) {
      kind
      household {
        id
        code
        memberNames
        isClosed
      }
      reference {
        key
        title
        summary {
          nl
          en
        }
      }
    }
  }
`);
type Hit = ResultOf<typeof SEARCH>['search'][number];
interface Row {
  id: string;
  kind: Hit['kind'] | 'COMMAND';
  words: string;
  more: string;
  run: () => void;
}

const PAUSE = 150;
const SHORTEST = 2;
const HITS = 12;
/** Whose work is on no household has commands only: the api finds nothing for them. */
const SEARCHERS = ['LEAD_PROFESSIONAL', 'WIJKTEAM_MEMBER', 'TEAM_COORDINATOR', 'PERSPECTIVE_ADVISER', 'MANDATE_HOLDER'];

/** One line that finds households, agencies, laws and what can be done: the combobox pattern inside a dialog. */
export function Palette({ actions, onClose }: { actions: readonly Action[]; onClose: () => void }) {
  const { say, language } = usePaletteWords();
  const { roles } = useMe();
  const [, go] = useLocation();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const words = useLater(typed.trim(), PAUSE);
  const asks = words.length >= SHORTEST && SEARCHERS.some((role) => roles.some((mine) => mine === role));
  const [{ data, fetching, error }] = useQuery({ query: SEARCH, variables: { words, first: HITS }, pause: !asks });

  const rowOf = ({ kind, household, reference }: Hit): Row[] => {
    if (household) {
      const names = household.memberNames ?? [];
      return [
        {
          id: household.id,
          kind,
          words: names.length ? people(names) : household.code,
          more: [names.length ? household.code : '', household.isClosed ? say('closedFile') : ''].filter(Boolean).join(' · '),
          run: () => go(`/huishouden/${household.id}`),
        },
      ];
    }
    if (!reference) return [];
    const { key, title, summary } = reference;
    const copy = () => void navigator.clipboard.writeText(title).then(() => tell(say('copied', { words: title })));
    const isAgency = kind === 'AGENCY';
    return [
      {
        id: key,
        kind,
        words: title,
        more: summary?.[language] ?? '',
        run: isAgency ? () => go(`/?zoek=${encodeURIComponent(title)}`) : copy,
      },
    ];
  };
  const hits = asks && typed.trim().length >= SHORTEST ? (data?.search ?? []).flatMap(rowOf) : [];
  const commands = commandsFor(actions, typed).map(
    ({ id: command, words: called, run }): Row => ({ id: command, kind: 'COMMAND', words: called, more: '', run }),
  );
  // Commands are there at once; what is found later comes below them, so that nothing moves away under Enter.
  const rows = [...commands, ...hits];
  const here = rows[Math.min(at, rows.length - 1)];

  const take = (row: Row) => {
    onClose();
    // The dialog gives the focus back first; what is gone to takes it after that.
    setTimeout(row.run);
  };
  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && rows.length) {
      event.preventDefault();
      setAt((Math.min(at, rows.length - 1) + step + rows.length) % rows.length);
    } else if (event.key === 'Enter' && here) {
      event.preventDefault();
      take(here);
    }
  };
  const line = useRef<HTMLInputElement>(null);
  // After the dialog is shown, which itself focuses its first button.
  useEffect(() => line.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`${id}-${here?.id ?? ''}`)?.scrollIntoView({ block: 'nearest' });
  }, [here?.id]);

  return (
    <Dialog title={say('title')} onClose={onClose} top>
      <label htmlFor={id} className="heard">
        {say('label')}
      </label>
      <input
        id={id}
        ref={line}
        className={styles.line}
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={here ? `${id}-${here.id}` : undefined}
        autoComplete="off"
        placeholder={say('label')}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={keys}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={say('title')} className={styles.hits} hidden={rows.length === 0}>
        {rows.map((row) => (
          <li
            key={`${row.kind} ${row.id}`}
            id={`${id}-${row.id}`}
            role="option"
            aria-selected={row === here}
            className={styles.hit}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(row)}
          >
            <span className={styles.found}>
              {row.kind === 'HOUSEHOLD' && <Ring open size={14} />}
              <strong>{row.words}</strong>
              <span className="quiet small">{row.more}</span>
            </span>
            <span className="quiet small">{say(`kind.${row.kind}`)}</span>
          </li>
        ))}
      </ul>
      <p className={rows.length ? 'heard' : 'quiet'} role="status">
        {error && asks
          ? say('failed')
          : fetching
            ? say('searching')
            : rows.length
              ? say('found', { count: rows.length })
              : say('none', { words: typed })}
      </p>
      <p className={`${styles.keys} keyed quiet small`}>{say('keys')}</p>
    </Dialog>
  );
}

/** The same value some moments later: somebody who types is not asked about every letter. */
function useLater(value: string, pause: number): string {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return later;
}
