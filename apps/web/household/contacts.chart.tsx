import * as Plot from '@observablehq/plot';
import { useEffect, useRef, useState } from 'react';
import type { MonthOfContacts } from './timeline.rules';

/** A bar of contacts per month with a line at sixteen. The table beside it holds the same numbers; this is one picture with one sentence. */
export default function ContactsChart({
  months,
  title,
  sixteen,
  nameOf,
}: {
  /** Every month, also those of which nothing is known: these have no bar. */
  months: readonly MonthOfContacts[];
  title: string;
  sixteen: string;
  /** A month in a few letters. */
  nameOf: (month: string) => string;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const around = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    if (place.current) around.observe(place.current);
    return () => around.disconnect();
  }, []);
  useEffect(() => {
    if (width === 0) return;
    const every = Math.ceil(months.length / Math.max(1, Math.floor(width / 70)));
    const drawn = Plot.plot({
      width,
      height: 170,
      marginLeft: 28,
      marginRight: 8,
      style: { fontSize: '12px', fontFamily: 'inherit', background: 'none', overflow: 'visible' },
      x: {
        label: null,
        domain: months.map(({ month }) => nameOf(month)),
        ticks: months.flatMap(({ month }, at) => ((months.length - 1 - at) % every === 0 ? [nameOf(month)] : [])),
        tickSize: 0,
        padding: 0.25,
      },
      y: { label: null, ticks: 4, domain: [0, Math.max(18, ...months.map(({ count }) => count ?? 0))] },
      marks: [
        Plot.barY(
          months.filter(({ count }) => count !== null),
          { x: ({ month }: MonthOfContacts) => nameOf(month), y: 'count', fill: 'var(--accent)' },
        ),
        Plot.ruleY([16], { stroke: 'var(--knot)', strokeDasharray: '4 3' }),
        Plot.text([sixteen], { y: 16, frameAnchor: 'right', textAnchor: 'end', dy: -8, fill: 'var(--knot)' }),
        Plot.ruleY([0], { stroke: 'var(--edge)' }),
      ],
    });
    // One picture: the library names its groups, which no reader can use.
    drawn.querySelectorAll('[aria-label], [aria-description]').forEach((part) => {
      part.removeAttribute('aria-label');
      part.removeAttribute('aria-description');
    });
    drawn.querySelectorAll('style').forEach((style) => style.remove());
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', title);
    place.current?.replaceChildren(drawn);
    return () => drawn.remove();
  }, [months, title, sixteen, width, nameOf]);
  return <div ref={place} />;
}
