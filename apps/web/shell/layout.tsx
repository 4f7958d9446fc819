import { useEffect, useRef, useState, type ReactNode } from 'react';
import { SkipLink } from '@nl-design-system-candidate/skip-link-react';
import '@nl-design-system-candidate/skip-link-css/skip-link.css';
import { Link, useLocation } from 'wouter';
import { useMe } from '../data/me';
import { signOut } from '../data/sign-out';
import { Button } from '../kit/button';
import { Ring } from '../kit/icon';
import { chooseKeys, useKeysOn } from '../kit/keys';
import { Said } from '../kit/said';
import { ROUTES } from '../routes';
import { chooseLanguage } from '../words/words';
import { Kept, KeptBar } from './kept';
import { chooseTheme, themeNow } from './theme';
import { useShellWords } from './shell.words';
import styles from './layout.module.css';

/** The address of a page whose path has parts: `/vragen/:question?` is at `/vragen`. */
const withoutParts = (path: string) => path.replace(/\/:.*$/, '') || '/';
const isUnder = (place: string, path: string) => (path === '/' ? place === '/' : place === path || place.startsWith(`${path}/`));

/** What stands around every page: the menu of this role, search, what is kept, and the account. */
export function Layout({ children }: { children: ReactNode }) {
  const { say } = useShellWords();
  const me = useMe();
  const [place] = useLocation();
  const menu = ROUTES.flatMap(({ path, menu: item }) =>
    item?.roles.some((role) => me.roles.includes(role)) ? [{ path: withoutParts(path), words: item.words }] : [],
  );
  useFocusOnNewPage(place);
  return (
    <>
      <SkipLink href="#main">{say('skip')}</SkipLink>
      <header className={styles.top}>
        <Link href="/" className={styles.logo ?? ''}>
          <Ring open size={20} /> doorbraak
        </Link>
        <nav aria-label={say('menu')}>
          <ul className={styles.menu}>
            {menu.map(({ path, words }) => (
              <li key={path}>
                <Link href={path} aria-current={isUnder(place, path) ? 'page' : undefined}>
                  {say(words)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.right}>
          <Kept />
          <Account />
        </div>
      </header>
      <KeptBar />
      {me.isDemo && <p className={styles.demo}>{say('demo')}</p>}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Said />
    </>
  );
}

/** A new page is announced by its heading; a page that only changes its tab keeps the focus. */
function useFocusOnNewPage(place: string): void {
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    const heading = document.querySelector<HTMLElement>('main h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: false });
  }, [place]);
}

function Account() {
  const { say } = useShellWords();
  const [theme, setTheme] = useState(themeNow());
  const other = theme === 'dark' ? 'light' : 'dark';
  const keysOn = useKeysOn();
  const menu = useRef<HTMLDetailsElement>(null);
  return (
    <details
      ref={menu}
      className={styles.account}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current) return;
        menu.current.open = false;
        menu.current.querySelector('summary')?.focus();
      }}
    >
      <summary>{say('account')}</summary>
      <div className={styles.sheet}>
        <Button
          purpose="secondary"
          lang={say('languageLang')}
          onClick={() => void chooseLanguage(say('languageLang') === 'en' ? 'en' : 'nl')}
        >
          {say('language')}
        </Button>
        <Button
          purpose="secondary"
          onClick={() => {
            chooseTheme(other);
            setTheme(other);
          }}
        >
          {say(other)}
        </Button>
        <Button purpose="secondary" onClick={() => chooseKeys(!keysOn)}>
          {say(keysOn ? 'keysOff' : 'keysOn')}
        </Button>
        <form
          method="post"
          action="/sign-out"
          onSubmit={(event) => {
            event.preventDefault();
            void signOut();
          }}
        >
          <p className={styles.why}>{say('signOutWhy')}</p>
          <Button purpose="secondary" type="submit">
            {say('signOut')}
          </Button>
        </form>
      </div>
    </details>
  );
}
