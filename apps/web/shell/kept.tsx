import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { drop, mend, useOutbox } from '../data/outbox';
import { stuckOf } from '../data/outbox.rules';
import { useIsOnline } from '../data/session';
import { finishSigningOut } from '../data/sign-out';
import { useVault } from '../data/vault';
import { Button } from '../kit/button';
import { Dialog } from '../kit/dialog';
import { Icon } from '../kit/icon';
import { tell } from '../kit/said';
import { useKeptWords } from './kept.words';
import styles from './kept.module.css';

const isBad = ({ state }: { state: string }) => state === 'refused' || state === 'failed';

/** Whether everything is sent, always in sight; pressed, it shows what is not. */
export function Kept() {
  const { say } = useKeptWords();
  const { entries, isRead } = useOutbox();
  const { lost, kept } = useVault();
  const [open, setOpen] = useState(false);
  const bad = entries.filter(isBad).length;
  useEffect(() => {
    if (lost) tell(say('lost', { count: lost }));
  }, [lost]);
  const waits = isRead ? entries.length : Math.max(entries.length, kept.act);
  const words = bad ? say('refused', { count: bad }) : waits ? say('waiting', { count: waits }) : say('allKept');
  return (
    <>
      <button type="button" className={`${styles.kept} ${bad ? styles.bad : ''}`} onClick={() => setOpen(true)}>
        <Icon name={bad ? 'bolt' : waits ? 'cloud' : 'tick'} /> <span className={styles.words}>{words}</span>
      </button>
      {open && <Outbox onClose={() => setOpen(false)} />}
    </>
  );
}

/** What waits, thing by thing: each can be sent again or thrown away, and says all reasons why it was not done. */
function Outbox({ onClose }: { onClose: () => void }) {
  const { say, language } = useKeptWords();
  const { entries } = useOutbox();
  const stuck = stuckOf(entries);
  return (
    <Dialog title={say('title')} onClose={onClose}>
      {entries.length === 0 ? <p>{say('nothing')}</p> : <p className="quiet">{say('where')}</p>}
      <ul className={styles.list}>
        {entries.map((entry) => (
          <li key={entry.key}>
            <p>
              <strong>{entry.label}</strong>{' '}
              <span className="quiet">
                {say(
                  isBad(entry)
                    ? 'stateRefused'
                    : stuck.has(entry.key)
                      ? 'stateStuck'
                      : entry.state === 'sending'
                        ? 'stateSending'
                        : 'stateWaiting',
                )}
              </span>
            </p>
            {entry.reasons.length > 0 && (
              <ul className={styles.reasons}>
                {entry.reasons.map((reason, at) => (
                  <li key={at}>{reason[language]}</li>
                ))}
              </ul>
            )}
            <p className={styles.acts}>
              {isBad(entry) && (
                <Button purpose="secondary" onClick={() => mend(entry.key)}>
                  {say('again')}
                </Button>
              )}
              <Link href={`/huishouden/${entry.household}/keukentafel`} onClick={onClose}>
                {say('open')}
              </Link>
              <Button
                purpose="subtle"
                aria-label={say('drop', { label: entry.label })}
                onClick={() => drop(entry.key) && tell(say('dropped', { label: entry.label }))}
              >
                {say('dropWord')}
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** Under the head while something is in the way; nothing otherwise. */
export function KeptBar() {
  const { say } = useKeptWords();
  const { entries, held } = useOutbox();
  const { is } = useVault();
  const online = useIsOnline();
  const [open, setOpen] = useState(false);
  const waits = entries.length;
  const offline = !online || held === 'offline';
  if (!offline && held !== 'signedOut' && is !== 'none') return null;
  return (
    <div className={styles.bar}>
      <p role="status">
        <Icon name="cloud" /> {is === 'none' ? say('cannotKeep') : offline ? say('offlineBar') : say('signedOutBar')}{' '}
        {offline && waits > 0 && say('offlineGo', { count: waits })}
      </p>
      {waits > 0 && (
        <button type="button" className={styles.show} onClick={() => setOpen(true)}>
          {say('show')}
        </button>
      )}
      {open && <Outbox onClose={() => setOpen(false)} />}
    </div>
  );
}

/** A reload without a connection: nothing can be shown, but what is kept is named. It goes on by itself. */
export function NoConnection({ again }: { again: () => void }) {
  const { say } = useKeptWords();
  const { kept } = useVault();
  useEffect(() => {
    window.addEventListener('online', again);
    const timer = setInterval(again, 5000);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  });
  const some = kept.act + kept.draft > 0;
  return (
    <main className={styles.door} id="main">
      <h1>{say('noConnection')}</h1>
      <p>{say('noConnectionWhy')}</p>
      <p>{some ? say('keptHere') : say('keptNothing')}</p>
      {some && (
        <ul className={styles.what}>
          {kept.act > 0 && <li>{say('keptActs', { count: kept.act })}</li>}
          {kept.draft > 0 && <li>{say('keptDrafts', { count: kept.draft })}</li>}
        </ul>
      )}
      <Button purpose="secondary" onClick={again}>
        {say('again2')}
      </Button>
    </main>
  );
}

/** Signed out without a connection: this device holds nothing any more, the api hears it later. */
export function Left() {
  const { say } = useKeptWords();
  useEffect(() => {
    const finish = () => void finishSigningOut().then((done) => done && location.assign('/'));
    window.addEventListener('online', finish);
    const timer = setInterval(finish, 5000);
    return () => {
      window.removeEventListener('online', finish);
      clearInterval(timer);
    };
  }, []);
  return (
    <main className={styles.door} id="main">
      <h1>{say('left')}</h1>
      <p>{say('leftWhy')}</p>
    </main>
  );
}
