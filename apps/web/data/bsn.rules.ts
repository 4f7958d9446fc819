const IDS = /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;
/** Nine digits, with the points, spaces or dashes that people write in them; or eight, when the first zero is lost. */
const WRITTEN = /(?<![\p{L}\d])(\d{9}|\d{3}([ .-])\d{3}\2\d{3}|\d{4}([ .-])\d{2}\3\d{3}|(?<![+-])\d{8})(?![\p{L}\d])/gu;
const DAY = /^(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$/;

function passesElevenTest(written: string): boolean {
  const digits = written.replace(/\D/g, '').padStart(9, '0');
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
  return sum % 11 === 0 && /[1-9]/.test(digits);
}

/** Does a citizen service number stand in this text? Every number that could be one counts: rather one too many. */
export const holdsBsn = (text: string): boolean =>
  [...text.replace(IDS, ' ').matchAll(WRITTEN)].some(([found]) => !DAY.test(found) && passesElevenTest(found));

/** The same thing without each text in which a citizen service number stands, and where those stood: `['members.0.note']`. */
export function withoutBsn<Value>(value: Value, path = ''): { value: Value | undefined; at: string[] } {
  const below = (name: string | number) => (path ? `${path}.${name}` : String(name));
  if (typeof value === 'string' || typeof value === 'number')
    return holdsBsn(String(value)) ? { value: undefined, at: [path] } : { value, at: [] };
  if (Array.isArray(value)) {
    const parts = value.map((part: unknown, index) => withoutBsn(part, below(index)));
    // a place stays a place, so that what comes after it does not move up
    return { value: parts.map((part) => part.value ?? null) as Value, at: parts.flatMap(({ at }) => at) };
  }
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).map(([name, part]) => [name, withoutBsn(part as unknown, below(name))] as const);
    const left = parts.filter(([, part]) => part.value !== undefined).map(([name, part]) => [name, part.value]);
    return { value: Object.fromEntries(left) as Value, at: parts.flatMap(([, { at }]) => at) };
  }
  return { value, at: [] };
}
