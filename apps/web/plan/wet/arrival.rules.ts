import type { Chosen, RowLayout } from './matrix.layout.rules';

/** What an address points at: `#cell-<measure>/<law>`, `#ground-<id>`, `#contradiction-<id>` or `#measure-<id>`; null = nothing here. */
export function pointedAt(rows: readonly RowLayout[], hash: string): Chosen | null {
  const [, kind, about = ''] = /^#?(cell|ground|contradiction|measure)-(.+)$/.exec(decodeURIComponent(hash)) ?? [];
  for (const { row } of rows) {
    const measure = row.measureId;
    if (kind === 'measure' && measure === about) return { kind, measure };
    if (kind === 'contradiction' && row.contradictions.some(({ contradictionId }) => contradictionId === about))
      return { kind, measure, contradiction: about };
    for (const { id, law, grounds } of row.cells) {
      if (kind === 'cell' && id === about) return { kind, measure, law };
      if (kind === 'ground' && grounds.some(({ groundId }) => groundId === about)) return { kind, measure, law, ground: about };
    }
  }
  return null;
}
