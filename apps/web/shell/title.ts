import { useEffect } from 'react';

/** `Kaart · Gezin Z. · Doorbraak`, the nearest first. */
export function useTitle(...parts: string[]): void {
  const title = [...parts, 'Doorbraak'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
