import { useSyncExternalStore } from 'react';

/** Where signing in begins; afterwards the browser comes back to this page. */
export const signInAddress = (to: string = location.pathname + location.search): string =>
  `/sign-in?to=${encodeURIComponent(to)}`;

const told = (change: () => void) => {
  window.addEventListener('online', change);
  window.addEventListener('offline', change);
  return () => {
    window.removeEventListener('online', change);
    window.removeEventListener('offline', change);
  };
};
/** What the device says of its connection; an answer that does not come says the same. */
export const useIsOnline = (): boolean =>
  useSyncExternalStore(
    told,
    () => navigator.onLine,
    () => true,
  );
