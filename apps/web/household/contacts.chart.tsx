import * as Plot from '@observablehq/plot';
import { useEffect, useRef } from 'react';

/** A bar of contacts per month with a line at sixteen. The table beside it holds the same numbers; this is one picture with one sentence. */
export default function ContactsChart({
  months,
  title,
  sixteen,
}: {
  months: readonly { month: string; count: number }[];
  title: string;
  sixteen: string;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const width = Math.max(280, place.current?.clientWidth ?? 600);
    const data = months.map(({ month, count }) => ({ month: month.slice(0, 7), count }));
    const drawn = Plot.plot({
      width,
      height: 180,
      marginLeft: 28,
      x: { label: null, tickRotate: data.length > 12 ? -45 : 0 },
      y: { label: null, grid: false, domain: [0, Math.max(17, ...data.map(({ count }) => count))] },
      marks: [
        Plot.barY(data, { x: 'month', y: 'count', fill: 'var(--accent)' }),
        Plot.ruleY([16], { stroke: 'var(--knot)', strokeDasharray: '4 3' }),
        Plot.text([sixteen], { y: 16, frameAnchor: 'right', dy: -6, fill: 'var(--knot)' }),
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
  }, [months, title, sixteen]);
  return <div ref={place} />;
}
