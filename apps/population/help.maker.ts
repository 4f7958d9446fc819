import { addDays, type LocalDate } from '@doorbraak/kernel';
import type { Course } from './course.rules';
import type { Dice } from './dice';
import { fictional } from './fillers';
import type { Library } from './library';
import type { Found, Lists } from './map.maker';

/** Who pays for a heavy household are nine; some of them stand on documents only. */
const PAYERS = 8;

type Helped = Pick<Found, 'problems' | 'involvements' | 'scale'> & { course: Course; shifted: (day: LocalDate) => LocalDate };

/** Help of the library that is for something here; and of payers that are not in it yet a document that says what they pay. */
export function interventionsOf(
  { library, money }: Lists,
  { problems, involvements, course, scale, shifted }: Helped,
  dice: Dice,
): Found['interventions'] {
  const known = new Set(problems.map(({ key }) => key));
  const usual = library.interventions
    .map((one) => ({ ...one, addresses: one.addresses.filter((key) => known.has(key)) }))
    .filter(({ by, addresses }) => addresses.length > 0 && involvements.some(({ key }) => key === by))
    .map(({ from, costLines, ...one }) => ({
      ...one,
      from: shifted(from),
      costLines: costLines.map((line) => money.on(line, course.mappedOn, scale)),
    }));
  const paid = new Set(usual.flatMap(({ costLines }) => costLines.map(({ payer }) => payer)));
  const others = involvements.filter(
    ({ payer }, n) => payer && !paid.has(payer) && involvements.findIndex((one) => one.payer === payer) === n,
  );
  const documents = others.slice(0, Math.max(0, PAYERS - paid.size)).map(({ key, payer, from, problems: own }) => ({
    ...{ key: `d-${key}`, service: 'OTHER_AGREEMENT', by: key, addresses: own.slice(0, 1), from, to: null },
    costLines: [money.document(`d-${key}`, payer!, 900 * scale * dice.tail(0.9), 'bedrag op de beschikking')],
  }));
  return [...usual, ...documents];
}

/** What came in on paper: letters of one week, a fine that became a claim, and what somebody who is ill is entitled to. */
export function papersOf(
  library: Library,
  involvements: Found['involvements'],
  problems: Found['problems'],
  { mappedOn, heavy }: Course,
  dice: Dice,
) {
  const involved = (type: string) => involvements.some(({ key }) => key === type);
  const letters: Found['letters'] = (library.letters ?? [])
    .filter(({ agency }) => involved(agency))
    .map((letter, n) => ({
      ...letter,
      receivedOn: addDays(mappedOn, 3 + n),
      deadline: addDays(mappedOn, 14),
      amountCents: Math.round(letter.amountCents * dice.tail(0.3)),
    }));
  const debtClaims: Found['debtClaims'] = problems
    .filter(({ key }) => key === 'fines' && involved('CJIB'))
    .map(({ key }) => ({
      ...{
        key: 'claim',
        creditor: 'CJIB',
        problem: key,
        law: 'wahv',
        amountCents: dice.whole(20_000, 400_000),
        amountIsLowerBound: dice.chance(0.3),
      },
      ...{ factYear: Number(mappedOn.slice(0, 4)) - 1, actions: [] },
    }));
  const ill = heavy && involved('GEM_WMO') && dice.chance(0.4);
  const evidence: Found['evidence'] = ill
    ? [
        {
          ...{
            key: 'diagnosis',
            kind: 'DIAGNOSIS',
            about: 'mother',
            issuedBy: fictional('huisarts'),
            issuedOn: addDays(mappedOn, -400),
            receivedOn: mappedOn,
          },
          ...{ validUntil: null, stable: true, allowedPurposes: ['WMO_SUPPORT'], dataClass: 'K5', requests: [] },
        },
      ]
    : [];
  const indications: Found['indications'] = ill
    ? [
        {
          ...{
            key: 'help',
            law: 'wmo2015',
            person: 'mother',
            by: 'GEM_WMO',
            from: addDays(mappedOn, -30),
            to: addDays(mappedOn, 700),
          },
          ...{ isStable: true, evidence: ['diagnosis'] },
        },
      ]
    : [];
  return { letters, debtClaims, evidence, indications };
}
