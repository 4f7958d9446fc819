import type { Words } from '@doorbraak/kernel';
import type { Chosen, ChosenCode, Smallest } from './unlock.rules';

const WHY: Record<ChosenCode, Words> = {
  ONLY_LIFTABLE: {
    nl: 'Dit is de enige plek in deze kring waar iemand iets kan besluiten.',
    en: 'This is the only place in this circle where anybody can decide something.',
  },
  OPENS_MORE: {
    nl: 'Dit besluit maakt in één keer alles los wat hier vastzit. Geen ander besluit doet dat alleen.',
    en: 'This one decision frees all that is stuck here. No other decision does so alone.',
  },
  HAS_ROOM: {
    nl: 'Hier geeft de wet ruimte. Op de andere plekken die hetzelfde losmaken niet.',
    en: 'Here the law leaves room. In the other places that would free the same it does not.',
  },
  HAS_ROOM_FIRST: {
    nl: 'Hier geeft de wet ruimte. Dat is ook zo op een andere plek die hetzelfde losmaakt; deze staat eerder in de lijst.',
    en: 'Here the law leaves room. So it does in another place that would free the same; this one comes first in the list.',
  },
  EQUAL_FIRST: {
    nl: 'Er zijn meer plekken die hetzelfde losmaken en geen daarvan is beter. Deze staat het eerst in de lijst.',
    en: 'More places would free the same and none of them is better. This one comes first in the list.',
  },
  BEST_SEEN: {
    nl: 'Dit is de beste keuze die is gevonden. Er zijn te veel keuzes om alles te bekijken, dus een andere kan beter zijn.',
    en: 'This is the best choice that was found. There are too many choices to see them all, so another may be better.',
  },
};

/** Why this wait, and what could be lifted in its place; `name` says what a wait is about. */
export function sayChosen({ code, alternatives }: Chosen, name: (wait: string) => Words): Words {
  const list = (language: keyof Words) => alternatives.map((wait) => name(wait)[language]).join('; ');
  if (!alternatives.length) return WHY[code];
  return { nl: `${WHY[code].nl} Ook mogelijk: ${list('nl')}.`, en: `${WHY[code].en} Also possible: ${list('en')}.` };
}

/** How many decisions it takes, how sure that is, and how many choices there are. */
export function saySmallest({ size, lowerBound, exact, count, countExact }: Smallest): Words {
  if (size === 0) return { nl: 'Geen besluit nodig.', en: 'No decision is needed.' };
  const one = size === 1;
  const lift: Words = {
    nl: `Met ${size} ${one ? 'besluit' : 'besluiten'} komt alles los wat los kan`,
    en: `${size} ${one ? 'decision frees' : 'decisions free'} all that can be freed`,
  };
  const sure: Words = exact
    ? { nl: '; minder is niet genoeg.', en: '; fewer are not enough.' }
    : {
        nl: `. Misschien kan het met minder, maar niet met minder dan ${lowerBound}.`,
        en: `. Fewer may do, but not fewer than ${lowerBound}.`,
      };
  const least: Words = countExact ? { nl: '', en: '' } : { nl: 'minstens ', en: 'at least ' };
  const ways: Words =
    count === 1n
      ? { nl: `Er is ${least.nl}1 manier.`, en: `There is ${least.en}1 way.` }
      : { nl: `Er zijn ${least.nl}${count} manieren.`, en: `There are ${least.en}${count} ways.` };
  return { nl: `${lift.nl}${sure.nl} ${ways.nl}`, en: `${lift.en}${sure.en} ${ways.en}` };
}
