import { useSyncExternalStore } from 'react';
import styles from './said.module.css';

let last = '';
const listeners = new Set<() => void>();

/** Says that something was done, for eyes and ears; the next sentence takes its place. */
export function tell(sentence: string): void {
  last = sentence;
  listeners.forEach((told) => told());
  setTimeout(() => last === sentence && tell(''), 8000);
}

/** Where `tell` is seen and heard; once, in the shell. */
export function Said() {
  const sentence = useSyncExternalStore(
    (told) => {
      listeners.add(told);
      return () => listeners.delete(told);
    },
    () => last,
  );
  return (
    <p role="status" className={sentence ? styles.said : 'heard'}>
      {sentence}
    </p>
  );
}
