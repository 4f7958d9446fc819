import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import { useGlossary, type Term } from './glossary.words';
import { useKitWords } from './kit.words';
import styles from './explain.module.css';

/** Something short that only some need, told where it stands: a press opens it on the line below, another press or Escape closes it. */
export function Aside({ label, shown, children }: { label?: string; shown: ReactNode; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={`${styles.ask} unprinted`}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isOpen) return;
          event.stopPropagation();
          setOpen(false);
        }}
      >
        {shown}
      </button>
      <span id={id} className={styles.told} hidden={!isOpen}>
        {isOpen && children}
      </span>
    </>
  );
}

/** Most pages are read without it. */
const Meaning = lazy(() => import('../words/meaning'));

/** A word of the field with what it means: stands beside the heading or label that holds the word. */
export function Explain({ term }: { term: Term }) {
  const { say } = useKitWords();
  const { say: sayTerm } = useGlossary();
  return (
    <Aside label={say('meaning', { term: sayTerm(term) })} shown={<span className={styles.mark}>?</span>}>
      <Suspense>
        <Meaning term={term} />
      </Suspense>
    </Aside>
  );
}
