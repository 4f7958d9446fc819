const LONGEST = 500;
/** A browser takes a backslash for a slash and drops tabs and line ends, so `/\evil` and `/<tab>/evil` would be another site. */
const OURS = /^\/(?![/\\])[^\x00-\x20\x7f]*$/;
/** Where signing in goes on by itself; sending somebody there afterwards would be a circle. */
const DOOR = /^\/sign-(in|out)\b/;

/** Where the browser goes after signing in: the path of ours that was asked for, or our first page. Anything else is not followed. */
export const pathAfter = (to: unknown): string =>
  typeof to === 'string' && to.length <= LONGEST && OURS.test(to) && !DOOR.test(to) ? to : '/';
