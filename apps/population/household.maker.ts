import type { Cast } from '../demo/case.acting';
import type { CaseFile } from '../demo/case.file';
import { afterOf, contactsOf } from './after.maker';
import { courseOf, TODAY, type Course } from './course.rules';
import { Dice } from './dice';
import { liaisonOf } from './library';
import { findHousehold, type Lists } from './map.maker';
import { castOf, codeOf, neighbourhoodOf } from './place';
import { partsOf, planOf } from './plan.maker';
import type { Place, Team, Wish } from './size.rules';

/** One household: what happened to it, who the people in it are, and how much of its plan is written. */
export type Made = { code: string; file: CaseFile; cast: Cast; parts: string[]; course: Course };

/** For so many days contacts are told one by one. A nation is counted by the month. */
const CONTACT_DAYS: Record<Wish['size'], number> = { demo: 45, town: 90, bench: 180, nation: 0 };

/** A file of the demo says what the product has to show of it; of a household of a population nothing is written down. */
const NOTHING = { totalCents: 0, byPayer: {}, unpriced: 0 };
const EXPECTED_OF_NONE: Pick<CaseFile, 'expectUnlock' | 'expectCost' | 'expectWhyNotDecide' | 'mustShow'> = {
  expectUnlock: { circles: [], smallestSize: 0, smallestSets: [], preferred: [] },
  expectCost: {
    ...{ AS_NOW: NOTHING, BREAKTHROUGH: NOTHING, saving: { totalCents: 0, byPayer: {}, publicCents: 0 } },
    realised: { before12: NOTHING, after12: NOTHING },
  },
  expectWhyNotDecide: [],
  mustShow: [],
};

/** The household with this number, from 0, of a fixteam: always the same one for a seed, whichever were made before it. */
export function makeHousehold(lists: Lists, { size, seed }: Wish, place: Place, team: Team, number: number): Made {
  const dice = new Dice(`${seed} ${size} ${place.code} ${team.number} ${number}`);
  const course = courseOf(team, number, dice);
  const found = findHousehold(lists, course, dice);
  const { members, scale: _scale, measures, ...map } = found;
  const contacts = contactsOf(found, course, CONTACT_DAYS[size], dice);
  const plan = planOf(lists, found, course, dice);
  const code = codeOf(place, team, number);
  // Of one household in a municipality nobody may know where it is.
  const isProtected = team.number === 1 && number === 0;
  return {
    ...{ code, course, cast: castOf(place, team, number), parts: partsOf(course, dice) },
    file: {
      ...EXPECTED_OF_NONE,
      ...map,
      ...afterOf(lists, found, course, contacts, plan, dice),
      ...{ contacts, plan },
      title: { nl: code, en: code },
      demoClock: { mappedOn: course.mappedOn, planDate: course.planOn, today: TODAY },
      household: {
        ...{ code, lead: 'lead', deputy: 'deputy' },
        ...(isProtected ? {} : { neighbourhood: neighbourhoodOf(place, team) }),
        ownWords: { nl: `${dice.pick(lists.library.ownWords)} (verzonnen)`, en: 'fictional' },
        members: members.map((member) => ({ ...member, protectedAddress: isProtected })),
      },
      people: [
        ...[...new Set(measures.map(({ agency }) => agency))].map((agency) => {
          const { name } = lists.directory.agencyType(agency)!;
          const label = { nl: `contactpersoon ${name.nl} (verzonnen)`, en: `liaison ${name.en} (fictional)` };
          return { key: liaisonOf(agency), role: 'AGENCY_LIAISON', label, agency };
        }),
        ...(dice.chance(0.2) ? [{ key: 'mother', role: 'HOUSEHOLD_MEMBER', label: members[0]!.label, member: 'mother' }] : []),
      ],
    },
  };
}
