import { addressOf, isUsual, QUICKS, RELATIONS, SORTS, STAGES, viewOf, type View } from './view.rules';

const of = (address: string) => viewOf(new URLSearchParams(address.split('?')[1] ?? ''));

test('every view has one address, and that address gives the view back', () => {
  const views = QUICKS.flatMap((quick) =>
    SORTS.flatMap((sort) =>
      [null, ...RELATIONS].flatMap((relation) =>
        [null, ...STAGES].flatMap((stage) =>
          [false, true].flatMap((closed) =>
            ['', 'De Vries & zn', 'ü=1'].map((search): View => ({ search, quick, sort, relation, stage, closed })),
          ),
        ),
      ),
    ),
  );
  expect(new Set(views.map(addressOf)).size).toBe(views.length);
  expect(views.filter((view) => JSON.stringify(of(addressOf(view))) !== JSON.stringify(view))).toEqual([]);
});

test('what is as usual is not in the address, and what it does not know is left out', () => {
  expect(addressOf(of('/'))).toBe('/');
  expect(isUsual(of('/?filter=onzin&volgorde=&ik=baas&dicht=nee'))).toBe(true);
  expect(addressOf(of('/?filter=kring&zoek=+huur+'))).toBe('/?zoek=huur&filter=kring');
});
