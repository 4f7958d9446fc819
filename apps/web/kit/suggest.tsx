import { useId, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { useKitWords } from './kit.words';
import field from './field.module.css';
import styles from './suggest.module.css';

export interface Suggestion {
  id: string;
  label: string;
  /** Beside the label, for instance the life domain. */
  more?: ReactNode;
}

/**
 * A line to type in with a list of suggestions below it (the combobox pattern of ARIA 1.2): arrows move, Enter takes, Escape closes. It
 * never waits for the network: `suggest` answers from memory.
 */
export function Suggest({
  label,
  hideLabel,
  value,
  onType,
  suggest,
  onTake,
  placeholder,
  onKey,
  inputRef,
}: {
  label: string;
  hideLabel?: boolean;
  value: string;
  onType: (text: string) => void;
  suggest: (text: string) => readonly Suggestion[];
  onTake: (suggestion: Suggestion) => void;
  placeholder?: string;
  /** Keys that mean something to whoever uses this; answer true when it was handled. */
  onKey?: (event: KeyboardEvent<HTMLInputElement>) => boolean;
  inputRef?: Ref<HTMLInputElement>;
}) {
  const { say } = useKitWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const found = open ? suggest(value) : [];
  const here = found[Math.min(at, found.length - 1)];

  const take = (suggestion: Suggestion) => {
    onTake(suggestion);
    setOpen(false);
    setAt(0);
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (onKey?.(event)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) return setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((before) => (found.length ? (before + step + found.length) % found.length : 0));
    } else if (event.key === 'Enter' && here) {
      event.preventDefault();
      take(here);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setOpen(false);
    }
  };

  return (
    <div className={styles.suggest}>
      <label htmlFor={id} className={hideLabel ? 'heard' : field['label']}>
        {label}
      </label>
      <input
        id={id}
        ref={inputRef}
        className={field['control']}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={here ? `${id}-${here.id}` : undefined}
        autoComplete="off"
        placeholder={placeholder}
        value={value}
        onChange={(event) => {
          setOpen(true);
          setAt(0);
          onType(event.target.value);
        }}
        onKeyDown={keys}
        onBlur={() => setOpen(false)}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={found.length === 0} className={styles.list}>
        {found.map((suggestion) => (
          <li
            key={suggestion.id}
            id={`${id}-${suggestion.id}`}
            role="option"
            aria-selected={suggestion === here}
            className={styles.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(suggestion)}
          >
            <span>{suggestion.label}</span>
            {suggestion.more && <span className={styles.more}>{suggestion.more}</span>}
          </li>
        ))}
      </ul>
      <p className="heard" role="status">
        {open && value ? (found.length ? say('suggestions', { count: found.length }) : say('noSuggestions')) : ''}
      </p>
    </div>
  );
}
