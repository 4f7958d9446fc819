import { useEffect, useRef, useState, type ReactNode } from 'react';
import styles from './sideways.module.css';

/** Less than the edge of a cell hides nothing. */
const LITTLE = 8;

/**
 * What may be wider than its place scrolls sideways by itself: an edge shows on which side more is. With a `name` it is a region that the
 * keyboard reaches while it scrolls; without one, what stands in it takes the focus itself.
 */
export function Sideways({ name, className, children }: { name?: string; className?: string | undefined; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState({ before: false, after: false });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const before = element.scrollLeft > LITTLE;
      const after = element.scrollLeft + element.clientWidth < element.scrollWidth - LITTLE;
      setMore((was) => (was.before === before && was.after === after ? was : { before, after }));
    };
    const sizes = new ResizeObserver(look);
    for (const one of [element, ...element.children]) sizes.observe(one);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  const region = name ? { role: 'region', 'aria-label': name, tabIndex: more.before || more.after ? 0 : undefined } : {};
  return (
    <div className={styles.frame} data-before={more.before || undefined} data-after={more.after || undefined}>
      <div ref={box} className={`${styles.box} ${className ?? ''}`} {...region}>
        {children}
      </div>
    </div>
  );
}
