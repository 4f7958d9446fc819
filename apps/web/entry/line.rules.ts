import { takeDay, without } from './day.rules';

/** What a line is about; each has a sign, but for a problem, which is what one hears most. */
export type Sign = 'problem' | 'person' | 'agency' | 'wait' | 'words' | 'promise' | 'letter' | 'contact';
export const SIGN_OF: Record<Exclude<Sign, 'problem'>, string> = {
  person: '+',
  agency: '@',
  wait: '>',
  words: '"',
  promise: '!',
  letter: '#',
  contact: '~',
};
const SIGNS = new Map<string, Sign>([
  ...Object.entries(SIGN_OF).map(([sign, character]) => [character, sign as Sign] as const),
  ['“', 'words'],
  ['”', 'words'],
  ['„', 'words'],
]);

export type Channel = 'PHONE' | 'VISIT' | 'LETTER' | 'MAIL' | 'ONLINE' | 'OFFICE';
export type LetterKind = 'PAY' | 'COME' | 'SEND' | 'OTHER';

/** A line as it was understood. What stands in no other field is in `text`: no word is lost. */
export interface Line {
  sign: Sign;
  text: string;
  /** What comes after `@`, in a line that is not about an agency itself. */
  agency: string | null;
  /** After `:` in a problem: what is the matter, in own words. */
  words: string | null;
  /** In `A > B`: what waits; null = what was taken last. */
  waiting: string | null;
  day: string | null;
  amountCents: string | null;
  minutes: number | null;
  channel: Channel | null;
  /** Of somebody who lives here. */
  isChild: boolean;
}

export const signOf = (text: string): Sign => SIGNS.get(text.trimStart().charAt(0)) ?? 'problem';
/** The same words under another sign: what a button for touch does. */
export function withSign(text: string, sign: Sign): string {
  const bare = text.trimStart();
  const body = SIGNS.has(bare.charAt(0)) ? bare.slice(1).trimStart() : bare;
  return sign === 'problem' ? body : `${SIGN_OF[sign]} ${body}`;
}

const CHANNELS: [Channel, RegExp][] = [
  ['PHONE', /(?<!\p{L})(ge)?(bel|belde|beld|bellen|telefoon|phone|phoned|called)(?!\p{L})/iu],
  ['MAIL', /(?<!\p{L})(ge)?(mail|mailde|maild|e-mail|mailed)(?!\p{L})/iu],
  ['ONLINE', /(?<!\p{L})(online|beeldbellen|video|app|geappt)(?!\p{L})/iu],
  ['VISIT', /(?<!\p{L})(huisbezoek|thuis|langs|bezoek|visit|visited|gesproken)(?!\p{L})/iu],
  ['OFFICE', /(?<!\p{L})(kantoor|loket|balie|office)(?!\p{L})/iu],
  ['LETTER', /(?<!\p{L})(brief|post|letter)(?!\p{L})/iu],
];
const AMOUNT =
  /€\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{2}))?(?!\d)|(?<![\p{L}\d.,/-])(\d{1,3}(?:\.\d{3})+|\d{2,7})(?:,(\d{2}))?(?![\p{L}\d/-]|[.,]\d)/u;
const CHILD = /(?<=\S)[\s,(]+(kind|child)\)?$/iu;
const MINUTES = /(?<![\p{L}\d.,])(\d{1,3})\s*min(?:uten|utes|uut|ute)?\.?(?!\p{L})/iu;

function takeAmount(text: string): { cents: string | null; rest: string } {
  const found = AMOUNT.exec(text);
  if (!found) return { cents: null, rest: text };
  const whole = (found[1] ?? found[3] ?? '').replaceAll('.', '');
  const cents = `${whole}${found[2] ?? found[4] ?? '00'}`.replace(/^0+(?=\d)/, '');
  return { cents, rest: without(text, found.index, found[0]) };
}

function takeMinutes(text: string): { minutes: number | null; rest: string } {
  const found = MINUTES.exec(text);
  return found ? { minutes: Number(found[1]), rest: without(text, found.index, found[0]) } : { minutes: null, rest: text };
}

function takeChannel(text: string): { channel: Channel | null; rest: string } {
  for (const [channel, words] of CHANNELS) {
    const found = words.exec(text);
    if (found) return { channel, rest: without(text, found.index, found[0]) };
  }
  return { channel: null, rest: text };
}

const split = (text: string, at: number): [string, string | null] =>
  at < 0 ? [text.trim(), null] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
const NOTHING = {
  agency: null,
  words: null,
  waiting: null,
  day: null,
  amountCents: null,
  minutes: null,
  channel: null,
  isChild: false,
};

/** Reads a line as it is typed; never fails, whatever stands there. */
export function readLine(typed: string, today: string): Line {
  const bare = typed.trim();
  const sign = signOf(bare);
  const body = (SIGNS.has(bare.charAt(0)) ? bare.slice(1) : bare).trim();
  if (sign === 'words') return { ...NOTHING, sign, text: body.replace(/["”“]\s*$/, '').trim() };
  if (sign === 'person') {
    const text = body.replace(CHILD, '').trim();
    return { ...NOTHING, sign, text, isChild: text !== body };
  }
  if (sign === 'agency') return { ...NOTHING, sign, text: body };
  if (sign === 'contact') {
    const { minutes, rest } = takeMinutes(body);
    const { day, rest: undated } = takeDay(rest, today, 'was');
    const { channel, rest: text } = takeChannel(undated);
    return { ...NOTHING, sign, text, day, minutes, channel };
  }
  if (sign === 'letter') {
    const { day, rest } = takeDay(body, today, 'to come');
    const { cents, rest: text } = takeAmount(rest);
    return { ...NOTHING, sign, text, day, amountCents: cents };
  }
  const [front, agency] = split(body, body.lastIndexOf('@'));
  if (sign === 'wait') {
    const [waiting, what] = split(front, front.indexOf('>'));
    return { ...NOTHING, sign, text: what ?? waiting, waiting: what === null ? null : waiting, agency };
  }
  if (sign === 'promise') {
    const { day, rest: text } = takeDay(front, today, 'to come');
    if (day) return { ...NOTHING, sign, text, agency, day };
    const late = takeDay(agency ?? '', today, 'to come');
    return { ...NOTHING, sign, text, agency: agency === null ? null : late.rest, day: late.day };
  }
  const [named, words] = split(front, front.indexOf(':'));
  const since = /(?<!\p{L})(sinds|since)(?!\p{L})/iu.exec(named);
  if (!since) return { ...NOTHING, sign, text: named, words, agency };
  const { day, rest } = takeDay(named.slice(since.index + since[0].length), today, 'was');
  if (!day) return { ...NOTHING, sign, text: named, words, agency };
  return { ...NOTHING, sign, text: `${named.slice(0, since.index)} ${rest}`.replace(/\s+/g, ' ').trim(), words, agency, day };
}

const COME =
  /(?<!\p{L})(afspraak|komen|kom|gesprek|zitting|hoorzitting|bezoek|oproep|uitnodiging|appointment|hearing)(?!\p{L})/iu;
const SEND =
  /(?<!\p{L})(stuur|sturen|opsturen|invullen|formulier|bewijs|bewijzen|inleveren|aanleveren|send|form|proof)(?!\p{L})/iu;
/** What a letter asks, from its words; an amount is to be paid. */
export const letterKindOf = ({ amountCents, text }: Pick<Line, 'amountCents' | 'text'>): LetterKind =>
  amountCents !== null ? 'PAY' : COME.test(text) ? 'COME' : SEND.test(text) ? 'SEND' : 'OTHER';
