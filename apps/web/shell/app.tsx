import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { Route, Switch, useLocation, useRouter } from 'wouter';
import { Provider, useQuery } from 'urql';
import { client, codesOf, isOffline, isSignedOut, whenSessionEnds } from '../data/client';
import { keepDrafts } from '../data/drafts';
import { ME, MeContext } from '../data/me';
import { resume } from '../data/outbox';
import { signInAddress } from '../data/session';
import { Button } from '../kit/button';
import { Dialog } from '../kit/dialog';
import { Ring } from '../kit/icon';
import { useKitWords } from '../kit/kit.words';
import { Failed, Loading, NotFound } from '../kit/states';
import { loadAhead, ROUTES } from '../routes';
import { useWordsReady, languageNow } from '../words/words';
import { isLeft } from '../data/left';
import { Arrived } from './arrived';
import { Broken } from './broken';
import { Left, NoConnection } from './kept';
import { Layout } from './layout';
import { useShellWords } from './shell.words';
import styles from './app.module.css';

export function App() {
  useWordsReady();
  return (
    <Provider value={client}>
      <Gate />
    </Provider>
  );
}

/** Who is there decides: nobody gets the door, somebody gets the pages. A sign-in that ends later leaves the page as it is. */
function Gate() {
  const [result, again] = useQuery({ query: ME });
  const [place] = useLocation();
  const { parser } = useRouter();
  useEffect(() => loadAhead(parser, place), [parser, place]);
  useEffect(() => {
    document.documentElement.lang = languageNow();
  });
  const isThere = Boolean(result.data);
  useEffect(() => {
    if (isThere) resume();
  }, [isThere]);
  if (isLeft()) return <Left />;
  if (result.data) {
    return (
      <MeContext.Provider value={result.data.me}>
        <Layout>
          <Broken place={place}>
            <Suspense fallback={<Loading />}>
              <Switch>
                {ROUTES.map(({ path, page: Page }) => (
                  <Route key={path} path={path}>
                    <Page />
                    <Arrived />
                  </Route>
                ))}
                <Route>
                  <NotFound />
                </Route>
              </Switch>
            </Suspense>
          </Broken>
        </Layout>
        <SessionEnded />
      </MeContext.Provider>
    );
  }
  if (result.fetching)
    return (
      <main>
        <Loading />
      </main>
    );
  if (codesOf(result.error).includes('UNKNOWN_ACCOUNT')) return <Door kind="unknown" />;
  if (isSignedOut(result.error)) return <Door kind="welcome" />;
  if (isOffline(result.error)) return <NoConnection again={() => again({ requestPolicy: 'network-only' })} />;
  return <main>{result.error && <Failed error={result.error} again={() => again({ requestPolicy: 'network-only' })} />}</main>;
}

function Door({ kind }: { kind: 'welcome' | 'unknown' }) {
  const { say } = useShellWords();
  const begin = (children: ReactNode) => (
    <main className={styles.door} id="main">
      <p className={styles.mark}>
        <Ring open size={20} /> doorbraak
      </p>
      {children}
    </main>
  );
  if (kind === 'unknown')
    return begin(
      <>
        <h1>{say('unknown')}</h1>
        <p>{say('unknownWhy')}</p>
        <form method="post" action="/sign-out">
          <Button purpose="secondary" type="submit">
            {say('signOut')}
          </Button>
        </form>
      </>,
    );
  return begin(
    <>
      <h1>{say('welcome')}</h1>
      <p>{say('welcomeWhy')}</p>
      <Button purpose="primary" onClick={() => location.assign(signInAddress())}>
        {say('signIn')}
      </Button>
    </>,
  );
}

/** The page stays behind it with everything that was typed; after signing in the browser comes back to it. */
function SessionEnded() {
  const { say } = useKitWords();
  const [ended, setEnded] = useState(false);
  useEffect(() => whenSessionEnds(() => setEnded(true)), []);
  if (!ended) return null;
  return (
    <Dialog title={say('signedOut')} onClose={() => setEnded(false)}>
      <p>{say('signedOutWhy')}</p>
      <p className={styles.acts}>
        <Button purpose="primary" onClick={() => void keepDrafts().then(() => location.assign(signInAddress()))}>
          {say('signIn')}
        </Button>
      </p>
    </Dialog>
  );
}
