import { useEffect, useRef, type ReactNode } from 'react';
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
import { dayInWords } from '../words/format';
import { chooseLanguage } from '../words/words';
import { Kept, KeptBar } from './kept';
import type { Action } from './palette';
import { Search } from './search';
import { chooseTheme, useTheme } from './theme';
import { useShellWords, type ShellKey } from './shell.words';
import styles from './layout.module.css';

/** The address of a page whose path has parts: `/vragen/:question?` is at `/vragen`. */
const withoutParts = (path: string) => path.replace(/\/:.*$/, '') || '/';
/** A demo has a day of its own. */
const isNow = (today: string) => today === new Date().toLocaleDateString('sv');
const isUnder = (place: string, path: string) => (path === '/' ? place === '/' : place === path || place.startsWith(`${path}/`));

/** What stands around every page: the menu of this role, search, what is kept, and the account. */
export function Layout({ children }: { children: ReactNode }) {
  const { say, language } = useShellWords();
  const me = useMe();
  const [place] = useLocation();
  const menu = ROUTES.flatMap(({ path, menu: item }) =>
    item?.roles.some((role) => me.roles.includes(role)) ? [{ path: withoutParts(path), words: item.words }] : [],
  );
  const actions = useActions(menu);
  const pages = (
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
  );
  return (
    <>
      <SkipLink href="#main">{say('skip')}</SkipLink>
      <header className={styles.top}>
        <Link href="/" className={styles.logo ?? ''}>
          <Ring open size={20} /> doorbraak
        </Link>
        <div className={styles.wide}>{pages}</div>
        <div className={styles.right}>
          {/* whoever reads the own plan has one page, and nothing to search in */}
          {!me.roles.includes('HOUSEHOLD_MEMBER') && <Search actions={actions} />}
          <Kept />
          <Account pages={pages} />
        </div>
      </header>
      <KeptBar />
      {me.isDemo && (
        <p className={styles.demo}>
          {say('demo')} {!isNow(me.today) && say('demoDay', { day: dayInWords(me.today, language) })}
        </p>
      )}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Said />
    </>
  );
}

/** What can be done from anywhere, beside going to what was found. */
function useActions(menu: readonly { path: string; words: ShellKey }[]): Action[] {
  const { say } = useShellWords();
  const [, go] = useLocation();
  const theme = useTheme() === 'dark' ? 'light' : 'dark';
  const keysOn = useKeysOn();
  const language = say('languageLang') === 'en' ? 'en' : 'nl';
  return [
    ...menu.map(({ path, words }) => ({
      id: path,
      words: path === '/nieuw' ? say(words) : say('goTo', { page: say(words) }),
      run: () => go(path),
    })),
    { id: 'language', words: say('language'), also: say('languageAlso'), run: () => void chooseLanguage(language) },
    { id: 'theme', words: say(theme), also: say('themeAlso'), run: () => chooseTheme(theme) },
    { id: 'keys', words: say(keysOn ? 'keysOff' : 'keysOn'), run: () => chooseKeys(!keysOn) },
    // The form of the account menu is the one way to sign out.
    {
      id: 'sign-out',
      words: say('signOut'),
      run: () => document.querySelector<HTMLFormElement>('form[action="/sign-out"]')?.requestSubmit(),
    },
  ];
}

/** The account; on a phone, where one line has to hold everything, the pages of the menu too. */
function Account({ pages }: { pages: ReactNode }) {
  const { say } = useShellWords();
  const other = useTheme() === 'dark' ? 'light' : 'dark';
  const keysOn = useKeysOn();
  const menu = useRef<HTMLDetailsElement>(null);
  const [place] = useLocation();
  // whoever went to a page is done with the menu
  useEffect(() => menu.current?.removeAttribute('open'), [place]);
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
      <summary>
        <span className={styles.wide}>{say('account')}</span>
        <span className={styles.narrow}>{say('menuShort')}</span>
      </summary>
      <div className={styles.sheet}>
        <div className={styles.narrow}>{pages}</div>
        <Button
          purpose="secondary"
          lang={say('languageLang')}
          onClick={() => void chooseLanguage(say('languageLang') === 'en' ? 'en' : 'nl')}
        >
          {say('language')}
        </Button>
        <Button purpose="secondary" onClick={() => chooseTheme(other)}>
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
