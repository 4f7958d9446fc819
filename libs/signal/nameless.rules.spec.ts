import { namesSomebody, whyNotNameless } from './nameless.rules';

const known = [{ code: 'P-1', neighbourhoodCode: 'BU03630001', names: ['Peter van der Meulen (verzonnen)', 'Zoë'] }];

test.each([
  ['wie op twee wetten wacht krijgt niets', false],
  ['Peter kreeg niets', true],
  ['mevrouw Zoe kreeg niets', true],
  ['de heer MEULEN wachtte', true],
  ['een salpeterfabriek', false],
  ['van de ene naar de andere, der wet getrouw', false],
  ['iets verzonnen', false],
  ['het gaat om P-1', true],
  ['het gaat om P 1', true],
  ['de heer P, 10 dagen', false],
  ['in BU03630001 speelt dit', true],
  ['in bu 0363 speelt dit', true],
  ['in buurten speelt dit', false],
  ['nummer 123 456 789', true],
  ['1234567890 keer', false],
  ['artikel 2.3.5 lid 6 van 2015', false],
])('%p names somebody: %p', (text, names) => {
  expect(namesSomebody(text, known)).toBe(names);
});

test('each field that names somebody is a reason; what is left out is none', () => {
  expect(whyNotNameless({ about: 'Peter', asked: 'een regel', answer: 'P-1', note: null }, known)).toEqual([
    { code: 'NAMES_SOMEBODY', about: 'about' },
    { code: 'NAMES_SOMEBODY', about: 'answer' },
  ]);
});
