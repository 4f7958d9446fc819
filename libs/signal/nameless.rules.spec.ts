import { namesSomebody, whyNotNameless, whyNotTimeless } from './nameless.rules';

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
  ['aan de Dorpsstraat, 1234 AB', true],
  ['in 1234AB speelt dit', true],
  ['in 2015 en 2016', false],
  ['bel 06-12345678', true],
  ['bel 030 123 45 67', true],
  ['mail naar wie@waar.nl', true],
  ['artikel 4:84 Awb, 10.2.1 en 3.2.1', false],
])('%p names somebody: %p', (text, names) => {
  expect(namesSomebody(text, known)).toBe(names);
});

test('each field that names somebody is a reason; what is left out is none', () => {
  expect(whyNotNameless({ about: 'Peter', asked: 'een regel', answer: 'P-1', note: null }, known)).toEqual([
    { code: 'NAMES_SOMEBODY', about: 'about' },
    { code: 'NAMES_SOMEBODY', about: 'answer' },
  ]);
});

test.each([
  ['op 3-5-2024 geweigerd', true],
  ['op 2024-05-03 geweigerd', true],
  ['op 3 mei 2024 geweigerd', true],
  ['Peter kreeg niets', true],
  ['sinds 1 januari geldt dit, in mei 2024 ook', false],
  ['artikel 4:84 Awb, 10.2.1 en 3.2.1 van 2015', false],
])('%p tells a day or a name: %p', (outcome, tells) => {
  expect(whyNotTimeless({ outcome }, known)).toEqual(tells ? [{ code: 'NAMES_SOMEBODY', about: 'outcome' }] : []);
});
