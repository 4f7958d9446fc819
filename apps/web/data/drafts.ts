import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form';
import { withoutBsn } from './bsn.rules';
import { forget, keep, kept, settled } from './vault';

const PAUSE = 150;
/** How long leaving a page waits for what was typed last. */
const PATIENCE = 1000;

const writers = new Set<() => void>();
/** Keeps at once what was typed last, before the page is left on purpose. */
export async function keepDrafts(): Promise<void> {
  writers.forEach((write) => write());
  await Promise.race([settled(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

/**
 * Keeps everything that is typed into this form under a name, encrypted on this device, and brings it back when the form is opened again:
 * after a killed tab, a lost connection or a sign-in that ended. The name says which form of what: `contact <household id>`.
 *
 *     const form = useForm<Typed>({ defaultValues });
 *     const draft = useDraft(form, `contact ${household}`);
 *     ... after the act is done: draft.clear(); form.reset();
 *
 * `draft.notKept` names the fields that hold a citizen service number: such a text is never kept, and the field has to say so
 * (`say('notKept')` of the kit). What somebody typed before the draft came back, stays.
 */
export function useDraft<Typed extends FieldValues>(form: UseFormReturn<Typed>, name: string) {
  const [back, setBack] = useState<{ name: string; restored: boolean } | null>(null);
  const [notKept, setNotKept] = useState<readonly string[]>([]);
  const waiting = useRef<{ name: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  /** Raised by `clear`: what was typed before it is not written any more. */
  const cleared = useRef(0);
  /** The form as it was opened: there is nothing to keep of that. */
  const untouched = useRef('');

  const write = useCallback(() => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    const { value, at } = withoutBsn(form.getValues());
    setNotKept((before) => (before.join() === at.join() ? before : at));
    const { name: now } = waiting.current;
    waiting.current = null;
    void (JSON.stringify(value) === untouched.current ? forget('draft', now) : keep('draft', now, value));
  }, [form]);

  useEffect(() => {
    const start = form.getValues();
    untouched.current = JSON.stringify(start);
    const begun = new Map(Object.entries(start).map(([field, value]) => [field, JSON.stringify(value)]));
    let isHere = true;
    const turn = cleared.current;
    void kept('draft', name).then((found) => {
      if (!isHere || turn !== cleared.current) return;
      const now = form.getValues() as Record<string, unknown>;
      let restored = false;
      for (const [field, value] of Object.entries((found ?? {}) as Record<string, unknown>)) {
        if (JSON.stringify(now[field]) !== begun.get(field)) continue;
        if (JSON.stringify(value) === begun.get(field)) continue;
        form.setValue(field as Path<Typed>, value as PathValue<Typed, Path<Typed>>, { shouldDirty: true });
        restored = true;
      }
      setBack({ name, restored });
    });
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        if (waiting.current) clearTimeout(waiting.current.timer);
        waiting.current = { name, timer: setTimeout(write, PAUSE) };
      },
    });
    const hide = () => document.visibilityState === 'hidden' && write();
    writers.add(write);
    window.addEventListener('pagehide', write);
    document.addEventListener('visibilitychange', hide);
    return () => {
      isHere = false;
      write();
      writers.delete(write);
      stop();
      window.removeEventListener('pagehide', write);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [form, name, write]);

  const clear = useCallback(async () => {
    cleared.current += 1;
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
    setNotKept([]);
    await forget('draft', name);
  }, [name]);

  const here = back?.name === name ? back : null;
  return { clear, notKept, isBack: here !== null, restored: here?.restored ?? false };
}
