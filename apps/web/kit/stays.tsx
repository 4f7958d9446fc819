import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { Tag } from './marks';
import { useKitWords } from './kit.words';

const Held = createContext<(isHeld: boolean) => void>(() => {});

/** While this holds, the line in which it stands stays in its list. */
export function useHold(holds: boolean): void {
  const hold = useContext(Held);
  useEffect(() => {
    if (!holds) return;
    hold(true);
    return () => hold(false);
  }, [holds, hold]);
}

/**
 * Lines of a list that others change too. A line that goes while somebody types in it, or reads there why something was refused, stays
 * where it was until that is over, and says that it is gone: nothing that was typed disappears under the hands.
 */
export function Stays<Line extends { id: string }>({
  lines,
  all = [],
  within = (shown) => shown,
  children,
}: {
  lines: readonly Line[];
  /** Where those that left the list can still be read, as they are now. */
  all?: readonly Line[] | null | undefined;
  /** The list around them, when there are any. */
  within?: (shown: ReactNode) => ReactNode;
  children: (line: Line, gone: ReactNode) => ReactNode;
}) {
  const [held, setHeld] = useState<ReadonlyMap<string, number>>(new Map());
  const shown = useRef<readonly Line[]>([]);
  const ids = new Set(lines.map(({ id }) => id));
  const stay = [...lines];
  shown.current.forEach((line, at) => {
    if (!ids.has(line.id) && held.has(line.id)) stay.splice(at, 0, all?.find(({ id }) => id === line.id) ?? line);
  });
  useEffect(() => {
    shown.current = stay;
  });
  if (stay.length === 0) return null;
  return within(
    stay.map((line) => (
      <Holder key={line.id} id={line.id} setHeld={setHeld}>
        {children(line, ids.has(line.id) ? null : <Gone />)}
      </Holder>
    )),
  );
}

type SetHeld = (change: (before: ReadonlyMap<string, number>) => ReadonlyMap<string, number>) => void;

function Holder({ id, setHeld, children }: { id: string; setHeld: SetHeld; children: ReactNode }) {
  const [hold] = useState(() => (isHeld: boolean) => {
    setHeld((before) => {
      const count = (before.get(id) ?? 0) + (isHeld ? 1 : -1);
      const after = new Map(before).set(id, count);
      if (count <= 0) after.delete(id);
      return after;
    });
  });
  return <Held.Provider value={hold}>{children}</Held.Provider>;
}

function Gone() {
  const { say } = useKitWords();
  return (
    <Tag tone="warn" icon="cross">
      {say('gone')}
    </Tag>
  );
}
