import { useState } from 'react';
import { Icon } from '../kit/icon';
import { useKeys } from '../kit/keys';
import { usePaletteWords } from './palette.words';
import { Palette, type Action } from './palette';
import styles from './search.module.css';

/** The door to everything from anywhere: Ctrl K and `/`, or a press; an icon on phones. */
export function Search({ actions }: { actions: readonly Action[] }) {
  const { say } = usePaletteWords();
  // Which time it is open, counted; 0 = closed. One that is still closing does not close the next one.
  const [times, setTimes] = useState(0);
  const [isOpen, setOpen] = useState(0);
  const open = () => {
    setTimes(times + 1);
    setOpen(times + 1);
  };
  useKeys({ 'ctrl+k': open, '/': open });
  return (
    <>
      <button type="button" className={styles.open} onClick={open} aria-haspopup="dialog" aria-keyshortcuts="Control+K">
        <Icon name="search" />
        <span className={styles.words}>{say('open')}</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      {/* Not loaded when asked for: what is typed at once would be lost. */}
      {isOpen > 0 && <Palette key={isOpen} actions={actions} onClose={() => setOpen((now) => (now === isOpen ? 0 : now))} />}
    </>
  );
}
