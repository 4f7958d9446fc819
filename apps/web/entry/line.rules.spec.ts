import fc from 'fast-check';
import { addDays, dayOf, takeDay } from './day.rules';
import { letterKindOf, readLine, signOf, SIGN_OF, withSign, type Sign } from './line.rules';
import { leading, matches } from './match.rules';

const TODAY = '2026-11-23';
const read = (text: string) => readLine(text, TODAY);
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

test.each([
  ['huur ach', { sign: 'problem', text: 'huur ach' }],
  ['+ Kim', { sign: 'person', text: 'Kim' }],
  ['+ Kim (kind)', { sign: 'person', text: 'Kim', isChild: true }],
  [
    'huurachterstand: drie maanden @corporatie',
    { sign: 'problem', text: 'huurachterstand', words: 'drie maanden', agency: 'corporatie' },
  ],
  ['dakloos sinds 1-3', { sign: 'problem', text: 'dakloos', day: '2026-03-01' }],
  ['dakloos sinds kort', { sign: 'problem', text: 'dakloos sinds kort' }],
  ['@ggz', { sign: 'agency', text: 'ggz' }],
  ['> vast adres', { sign: 'wait', text: 'vast adres' }],
  ['> uitkering > vast adres @gemeente', { sign: 'wait', waiting: 'uitkering', text: 'vast adres', agency: 'gemeente' }],
  ['"Ik durf de deur niet open te doen"', { sign: 'words', text: 'Ik durf de deur niet open te doen' }],
  [
    '! corporatie bellen 24-11 @corporatie',
    { sign: 'promise', text: 'corporatie bellen', day: '2026-11-24', agency: 'corporatie' },
  ],
  [
    '! uitzetting stopt @corporatie morgen',
    { sign: 'promise', text: 'uitzetting stopt', day: '2026-11-24', agency: 'corporatie' },
  ],
  ['# deurwaarder 1240 30-11', { sign: 'letter', text: 'deurwaarder', amountCents: '124000', day: '2026-11-30' }],
  [
    '# deurwaarder € 1.240,50 betalen 30-11-2026',
    { sign: 'letter', text: 'deurwaarder betalen', amountCents: '124050', day: '2026-11-30' },
  ],
  ['# uwv formulier invullen', { sign: 'letter', text: 'uwv formulier invullen' }],
  ['# school gesprek 15-1', { sign: 'letter', text: 'school gesprek', day: '2027-01-15' }],
  ['~ uwv gebeld 20 min', { sign: 'contact', text: 'uwv', channel: 'PHONE', minutes: 20 }],
  ['~ ggz huisbezoek gisteren', { sign: 'contact', text: 'ggz', channel: 'VISIT', day: '2026-11-22' }],
  ['~ ggz 1-12', { sign: 'contact', text: 'ggz', day: '2025-12-01' }],
])('%s', (typed, understood) => expect(read(typed)).toEqual({ ...NOTHING, ...understood }));

test.each([
  ['deurwaarder', '124000', 'PAY'],
  ['school gesprek', null, 'COME'],
  ['uwv formulier invullen', null, 'SEND'],
  ['nieuws van de buurt', null, 'OTHER'],
] as const)('a letter %s is of its kind', (text, amountCents, kind) => expect(letterKindOf({ text, amountCents })).toBe(kind));

const line = fc.array(fc.constantFrom(...'abé 0123456789-/.,:@>"!#~€\t“'.split(''), ' min ', ' sinds ', ' gebeld ', '30-11'), {
  maxLength: 25,
});

test('no line fails, and no word that was typed is lost', () => {
  fc.assert(
    fc.property(line, (parts) => {
      const typed = parts.join('');
      const { text, agency, words, waiting, channel, minutes, day, amountCents } = read(typed);
      const heard = [text, agency, words, waiting].join(' ');
      // words of letters only: days, amounts and minutes may be understood
      const lost = (typed.match(/\p{L}+/gu) ?? []).filter((word) => !heard.includes(word));
      const understood = [channel && /gebeld/, minutes !== null && /min/, day && /sinds/].filter(Boolean) as RegExp[];
      expect(lost.filter((word) => !understood.some((known) => known.test(word)))).toEqual([]);
      if (day) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
      if (amountCents) expect(amountCents).toMatch(/^\d+$/);
    }),
    { numRuns: 2000 },
  );
});

test('every day that is written in full is read as that day, wherever it stands', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom('-', '/'), fc.boolean(), (days, sign, first) => {
      const day = addDays('1990-01-01', days);
      const [year, month, date] = day.split('-');
      const written = [Number(date), Number(month), year].join(sign);
      expect(takeDay(first ? `${written} brief` : `brief ${written}`, TODAY, 'was')).toEqual({ day, rest: 'brief' });
    }),
  );
});

test('without its year a day is the nearest one in its direction', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 364 }), (start, on) => {
      const today = addDays('2020-01-01', start);
      const [, month, date] = addDays('2023-01-01', on).split('-');
      const was = takeDay(`${date}-${month}`, today, 'was').day;
      const comes = takeDay(`${date}-${month}`, today, 'to come').day;
      expect(was! <= today && was! > addDays(today, -366)).toBe(true);
      expect(comes! >= addDays(today, -60) && comes! <= addDays(today, 306)).toBe(true);
    }),
  );
  expect(dayOf(2026, 2, 30)).toBeNull();
  expect(takeDay('31-2 brief', TODAY, 'was')).toEqual({ day: null, rest: '31-2 brief' });
});

test('a weekday is the next one for what is to come, the last one for what was', () => {
  expect(takeDay('vrijdag', TODAY, 'to come').day).toBe('2026-11-27');
  expect(takeDay('maandag', TODAY, 'to come').day).toBe('2026-11-30');
  expect(takeDay('maandag', TODAY, 'was').day).toBe('2026-11-23');
});

test('every amount in euros is read to the cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 0, max: 99 }), fc.boolean(), (euros, cents, points) => {
      const whole = points ? euros.toLocaleString('nl-NL') : String(euros);
      expect(read(`# cjib € ${whole},${String(cents).padStart(2, '0')} betalen`)).toMatchObject({
        amountCents: `${euros}${String(cents).padStart(2, '0')}`,
        text: 'cjib betalen',
      });
    }),
  );
});

test('a button changes the sign and keeps the words', () => {
  const signs = Object.keys(SIGN_OF) as Sign[];
  fc.assert(
    fc.property(fc.constantFrom(...signs), fc.constantFrom<Sign>(...signs, 'problem'), (from, to) => {
      const changed = withSign(withSign('huur', from), to);
      expect([signOf(changed), read(changed).text]).toEqual([to, 'huur']);
    }),
  );
});

const TYPES = ['Huurachterstand', 'Achterstand bij energie of water', 'Geen werk', 'Dakloos'].map((label) => ({
  id: label,
  label,
}));
test('what was typed is found by the beginnings and parts of its words, the best first', () => {
  expect(matches('huur ach', TYPES).map(({ label }) => label)).toEqual(['Huurachterstand']);
  expect(matches('achter', TYPES).map(({ label }) => label)).toEqual(['Achterstand bij energie of water', 'Huurachterstand']);
  expect(matches('fiets', TYPES)).toEqual([]);
  expect(matches('DAKLÓOS', TYPES).map(({ label }) => label)).toEqual(['Dakloos']);
});

test('a line that begins with a name leaves the rest of its words', () => {
  const agencies = ['Gerechtsdeurwaarder', 'Gemeente: schuldhulp', 'Gemeente: Wmo'].map((label) => ({ id: label, label }));
  expect(leading('deurwaarder betaal of beslag', agencies)).toMatchObject({
    found: [{ label: 'Gerechtsdeurwaarder' }],
    rest: 'betaal of beslag',
  });
  expect(leading('gemeente wmo heeft vragen', agencies)).toMatchObject({
    found: [{ label: 'Gemeente: Wmo' }],
    rest: 'heeft vragen',
  });
  expect(leading('iemand anders', agencies)).toEqual({ found: [], rest: 'iemand anders' });
});
