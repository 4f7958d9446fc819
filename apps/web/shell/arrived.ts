import { useEffect } from 'react';

/** How long a page may take to come before nobody waits for its heading any more. */
const PATIENCE = 5000;
let isFirst = true;

/** Beside a page: a new one is announced by its heading, also when that comes later; a page that only changes its tab keeps the focus. */
export function Arrived(): null {
  useEffect(() => {
    if (isFirst) {
      isFirst = false;
      return;
    }
    const main = document.querySelector('main');
    const focus = () => {
      // a page that begins with typing has put the focus where one types
      if (main?.querySelector('input:focus, textarea:focus, select:focus')) return true;
      const heading = main?.querySelector<HTMLElement>('h1');
      heading?.setAttribute('tabindex', '-1');
      heading?.focus({ preventScroll: false });
      return heading !== null && heading !== undefined;
    };
    if (!main || focus()) return;
    const watch = new MutationObserver(() => focus() && watch.disconnect());
    watch.observe(main, { childList: true, subtree: true });
    const timer = setTimeout(() => watch.disconnect(), PATIENCE);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  }, []);
  return null;
}
