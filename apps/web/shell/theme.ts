import { useSyncExternalStore } from 'react';

/** What the reader chose in the menu; without a choice the device decides. */
const KEPT = 'doorbraak.theme';
export type Theme = 'light' | 'dark';

const ofDevice = (): Theme => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

export function startTheme(): void {
  const kept = localStorage.getItem(KEPT);
  if (kept) document.documentElement.dataset['theme'] = kept;
}
export const themeNow = (): Theme => (localStorage.getItem(KEPT) as Theme | null) ?? ofDevice();
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEPT, theme);
  document.documentElement.dataset['theme'] = theme;
  listeners.forEach((told) => told());
}

const listeners = new Set<() => void>();
export const useTheme = (): Theme =>
  useSyncExternalStore((told) => {
    listeners.add(told);
    return () => listeners.delete(told);
  }, themeNow);
