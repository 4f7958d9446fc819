import { createContext, useContext, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { Outcome, Reason } from '../data/act';
import { useKitWords } from './kit.words';
import styles from './reasons.module.css';

type Mend = (reason: Reason) => { to: string; words: string } | null;
/** Where a reason is mended, on a page that knows. */
export const MendContext = createContext<Mend>(() => null);

/** All reasons at once, each with a link to what mends it. `mend` says where; the words come from the api's one list. */
export function Reasons({ reasons, mend, title }: { reasons: readonly Reason[]; mend?: Mend; title?: string }) {
  const { say, language } = useKitWords();
  const here = useContext(MendContext);
  return (
    <div className={styles.reasons}>
      <p className={styles.title}>
        <strong>{title ?? say('notYet')}</strong> <span>{say('reasons', { count: reasons.length })}</span>
      </p>
      <ul>
        {reasons.map((reason, at) => {
          const way = (mend ?? here)(reason);
          return (
            <li key={`${reason.code} ${reason.about ?? ''} ${at}`} data-code={reason.code}>
              <span>{reason[language]}</span> {way && <Link href={way.to}>{way.words}</Link>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What came of an act, where it was not done; nothing when it was. */
export function Refusal({ outcome, mend }: { outcome: Outcome<unknown> | null; mend?: Mend }) {
  const { say, language } = useKitWords();
  if (!outcome || outcome.kind === 'done') return null;
  const box = (content: ReactNode) => (
    <div role="alert" className={styles.box}>
      {content}
    </div>
  );
  if (outcome.kind === 'refused') return box(<Reasons reasons={outcome.reasons} {...(mend ? { mend } : {})} />);
  if (outcome.kind === 'wrong') return box(<Reasons reasons={outcome.problems} />);
  if (outcome.kind === 'offline') return box(`${say('offline')}. ${say('offlineWhy')}`);
  if (outcome.kind === 'signedOut') return box(`${say('signedOut')}. ${say('signedOutWhy')}`);
  return box(outcome.trouble[language]);
}
