import { readabilityOf, sentencesOf, syllablesOf } from './readability.rules';

const of = (...texts: string[]) => readabilityOf(texts.map((text, i) => ({ about: `t${i}`, text })));

test.each([
  ['huis', 1],
  ['bijstand', 2],
  ['koeien', 2],
  ['financiële', 5],
  ['leeuw', 1],
  ['ideeën', 3],
  ['pst', 1],
])('%s has %i syllables', (word, syllables) => {
  expect(syllablesOf(word)).toBe(syllables);
});

test('sentences end where somebody stops, and a line is one too', () => {
  expect(sentencesOf('Dat de post niet eng is. En dat we blijven!\nEerste stap')).toEqual([
    ...['Dat de post niet eng is.', 'En dat we blijven!', 'Eerste stap'],
  ]);
  expect(sentencesOf(' … ')).toEqual([]);
});

test('plain words score high, words of an office low', () => {
  const plain = of(
    'U krijgt een briefadres van ons. Dan gaat uw geld door. De huur wordt betaald. U mag hier blijven wonen. Wij bellen u.',
  );
  const office = of(
    'De begunstigde van de uitkeringsverstrekking dient ten behoeve van de continuering van de inkomensondersteuning onverwijld de noodzakelijke verantwoordingsdocumentatie aan te leveren bij de uitvoeringsorganisatie.',
  );
  expect(plain).toMatchObject({ grade: 'EASY', tooLong: [], hardWords: [], sentences: 5 });
  expect(plain.score).toBeGreaterThan(90);
  expect(office).toMatchObject({ grade: 'HARD', sentences: 1 });
  expect(office.hardWords).toEqual(expect.arrayContaining(['uitkeringsverstrekking', 'verantwoordingsdocumentatie']));
  expect(office.tooLong).toEqual([{ about: 't0', words: office.words, text: expect.stringContaining('begunstigde') }]);
});

test('the formula, by hand: 4 sentences of 5 words, 20 words with 24 syllables', () => {
  const text = 'Wij gaan u nu helpen. Wij gaan u nu helpen. Wij gaan u nu helpen. Wij gaan u nu helpen.';
  expect(of(text)).toMatchObject({ words: 20, wordsPerSentence: '5.0', longestSentence: 5 });
  expect(of(text).score).toBe(100); // 206.84 - 0.93 * 5 - 77 * 24 / 20 = 109.79, and it ends at a hundred
});

test('of little text no figure is made', () => {
  expect(of('Wij helpen u.')).toMatchObject({ score: null, grade: null, words: 3 });
  expect(of()).toEqual({
    sentences: 0,
    words: 0,
    wordsPerSentence: '0.0',
    longestSentence: 0,
    hardWords: [],
    score: null,
    grade: null,
    tooLong: [],
  });
});
