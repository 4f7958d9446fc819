import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { CombinedError } from 'urql';
import { codesOf, isOffline, isSignedOut, type Trouble } from '../data/client';
import { useTitle } from '../shell/title';
import { Button } from './button';
import { useKitWords } from './kit.words';
import styles from './states.module.css';

/** Nothing for 0.3 s, then bars in the shape of what comes; from 2 s how long it takes already, and a way to stop. */
export function Loading({ rows = 4, stop }: { rows?: number; stop?: () => void }) {
  const { say } = useKitWords();
  const [tenths, setTenths] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTenths((before) => before + 1), 100);
    return () => clearInterval(timer);
  }, []);
  if (tenths < 3) return <div className={styles.nothing} />;
  return (
    <div className={styles.loading}>
      <p className={tenths < 20 ? 'heard' : styles.step} role="status">
        {tenths < 20 ? say('loading') : say('loadingStep', { seconds: Math.floor(tenths / 10) })}
      </p>
      {tenths >= 20 && stop && (
        <Button purpose="secondary" onClick={stop}>
          {say('stop')}
        </Button>
      )}
      <div aria-hidden="true">
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className={styles.bar} />
        ))}
      </div>
    </div>
  );
}

/** One sentence, and the first thing to do. */
export const Empty = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <div className={styles.empty}>
    <p>{children}</p>
    {action}
  </div>
);

function Message({
  title,
  why,
  children,
  level: Heading = 'h2',
}: {
  title: string;
  why: string;
  children?: ReactNode;
  level?: 'h1' | 'h2';
}) {
  return (
    <section className={styles.message} role="alert">
      <Heading>{title}</Heading>
      {why && <p>{why}</p>}
      {children}
    </section>
  );
}

/** Not there and not for you read the same; it is the whole page. */
export function NotFound() {
  const { say } = useKitWords();
  useTitle(say('notFound'));
  return (
    <Message level="h1" title={say('notFound')} why={say('notFoundWhy')}>
      <Link href="/">{say('toStart')}</Link>
    </Message>
  );
}

/** Why there is no answer, and what to do. A sign-in that is over has its own dialog in the shell. */
export function Failed({ error, again }: { error: CombinedError; again?: () => void }) {
  const { say, language } = useKitWords();
  if (isSignedOut(error)) return <Message title={say('signedOut')} why={say('signedOutWhy')} />;
  const retry = again && (
    <Button purpose="secondary" onClick={again}>
      {say('again')}
    </Button>
  );
  if (isOffline(error))
    return (
      <Message title={say('offline')} why={say('offlineWhy')}>
        {retry}
      </Message>
    );
  const said = error.graphQLErrors[0]?.extensions as Partial<Trouble & { number: string }> | undefined;
  const isOurs = said?.nl === undefined || codesOf(error)[0] === 'INTERNAL';
  return (
    <Message
      title={isOurs ? say('failed') : (said[language] ?? say('failed'))}
      why={isOurs ? say('failedWhy', { number: said?.number ?? '-' }) : ''}
    >
      {retry}
    </Message>
  );
}

/** The answer of one question: loading, failed, not found, or `children` with the data. `pick` finds the thing; null is not found. */
export function Answer<Data, Thing>({
  result,
  pick,
  again,
  children,
}: {
  result: { data?: Data | undefined; error?: CombinedError | undefined; fetching: boolean };
  pick: (data: Data) => Thing | null | undefined;
  again?: () => void;
  children: (thing: Thing) => ReactNode;
}) {
  const { say } = useKitWords();
  const [isStopped, stop] = useState(false);
  const thing = result.data === undefined || result.data === null ? undefined : pick(result.data);
  if (thing !== undefined && thing !== null) return <>{children(thing)}</>;
  if (result.fetching && isStopped)
    return (
      <Message title={say('stopped')} why="">
        <Button purpose="secondary" onClick={() => stop(false)}>
          {say('again')}
        </Button>
      </Message>
    );
  if (result.fetching) return <Loading stop={() => stop(true)} />;
  if (result.error) return <Failed error={result.error} {...(again ? { again } : {})} />;
  return <NotFound />;
}
