import { readBsn, type Reason, reason } from '@doorbraak/kernel';

export const MOST_VIEWS = 20;
const MOST_PATH = 500;

/** An address of the client itself: neither another site (`//`) nor a way up, as a browser would read it. */
export function whyNotPath(path: string): Reason[] {
  const isOwn = /^\/[\x21-\x7e]*$/.test(path) && !path.includes('//') && !path.includes('\\') && path.length <= MOST_PATH;
  const words = isOwn ? decoded(path) : undefined;
  if (words === undefined) return [reason('VIEW_PATH_INVALID', 'path')];
  return holdsBsn(words) ? [reason('BSN_IN_VIEW', 'path')] : [];
}

/** A view is no file of a household: a number of somebody has no place in it, whether typed whole, with dots or with spaces. */
export const holdsBsn = (text: string): boolean => {
  const runs = text.match(/(?<!\d)\d(?:[.\s+-]?\d){7,8}(?!\d)/g) ?? [];
  return runs.some((run) => readBsn(run.replace(/\D/g, '')) !== null);
};

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

export const whyNotSave = (wish: { name: string; path: string }, kept: readonly { name: string | null }[]): Reason[] => [
  ...whyNotPath(wish.path),
  ...(holdsBsn(wish.name) ? [reason('BSN_IN_VIEW', 'name')] : []),
  ...(kept.some(({ name }) => name?.toLowerCase() === wish.name.toLowerCase()) ? [reason('VIEW_NAME_TAKEN', 'name')] : []),
  ...(kept.length >= MOST_VIEWS ? [reason('LIST_FULL')] : []),
];
