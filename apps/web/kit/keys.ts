import { useEffect, useRef, useSyncExternalStore } from 'react';

const KEPT = 'doorbraak.keys';
const listeners = new Set<() => void>();

const areOn = () => localStorage.getItem(KEPT) !== 'off';
export function chooseKeys(on: boolean): void {
  localStorage.setItem(KEPT, on ? 'on' : 'off');
  listeners.forEach((told) => told());
}
/** Do keys of one letter do something? Whoever speaks to the device switches them off (WCAG 2.1.4). */
export const useKeysOn = (): boolean =>
  useSyncExternalStore((told) => {
    listeners.add(told);
    return () => listeners.delete(told);
  }, areOn);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, [role=combobox], input:not([type=radio]):not([type=checkbox])'));

/**
 * Keys of a page, by `event.key` in lower case (`j`, `1`, `?`): only while nobody types, no dialog is open, and they are not switched off.
 * `ctrl+enter` counts everywhere on the page.
 */
export function useKeys(keys: Readonly<Record<string, (event: KeyboardEvent) => void>>): void {
  const now = useRef(keys);
  useEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || document.querySelector('dialog[open]')) return;
      const held = event.ctrlKey || event.metaKey;
      if (!held && (isTyping(event.target) || !areOn())) return;
      const act = now.current[`${held ? 'ctrl+' : ''}${event.key.toLowerCase()}`];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}
