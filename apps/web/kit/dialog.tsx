import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from './button';
import { Icon } from './icon';
import { useKitWords } from './kit.words';
import styles from './dialog.module.css';

/** The browser's own dialog: focus stays inside, Escape closes, and focus goes back to where it came from. */
export function Dialog({
  title,
  onClose,
  children,
  top = false,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
  top?: boolean;
}) {
  const { say } = useKitWords();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    ref.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={ref} className={`${styles.dialog} ${top ? styles.top : ''}`} aria-label={title} onClose={onClose}>
      <header className={styles.head}>
        <h2>{title}</h2>
        <Button purpose="subtle" iconOnly iconStart={<Icon name="cross" />} onClick={() => ref.current?.close()}>
          {say('close')}
        </Button>
      </header>
      {children}
    </dialog>
  );
}
