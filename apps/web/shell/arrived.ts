import { useEffect } from 'react';

/** How long a page may take to come before nobody waits for it any more. */
const PATIENCE = 5000;
let isFirst = true;

/**
 * Beside a page: a new one is announced by its heading, also when that comes later; a page that only changes its tab keeps the focus.
 * An address that names one thing of the page (`#letter`) lands on that, if it can be landed on, on a first load too.
 */
export function Arrived(): null {
  useEffect(() => {
    const wanted = decodeURIComponent(location.hash.slice(1));
    let needsHeading = !isFirst;
    isFirst = false;
    const main = document.querySelector('main');
    const focus = () => {
      // a page that begins with typing has put the focus where one types
      if (main?.querySelector('input:focus, textarea:focus, select:focus')) return true;
      const thing = wanted === '' ? null : document.getElementById(wanted);
      if (thing?.getAttribute('tabindex') === '-1') {
        thing.focus({ preventScroll: true });
        thing.scrollIntoView({ block: 'center' });
        return true;
      }
      const heading = main?.querySelector<HTMLElement>('h1');
      if (needsHeading && heading) {
        heading.setAttribute('tabindex', '-1');
        heading.focus({ preventScroll: false });
        needsHeading = false;
      }
      return !needsHeading && wanted === '';
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
