import type { Id } from '@doorbraak/kernel';
import type { LivesAs, Special } from './paper.facts';

/** Duties of secrecy under which an agency only works with what is special: that it is there at all says it. */
const SECRET = ['MEDICAL', 'POLICE_DATA', 'JUDICIAL'];
/** Other types of agency of which the name says it. */
const TELLING = [
  ...['VEILIG_THUIS', 'VROUWENOPVANG', 'RAAD_KINDERBESCHERMING', 'GECERTIFICEERDE_INSTELLING', 'JEUGDHULPAANBIEDER'],
  ...['MAATSCHAPPELIJKE_OPVANG', 'GEM_VEILIGHEID'],
];
const TELLING_SERVICES = ['TREATMENT', 'CRISIS_BED', 'YOUTH_STAY', 'SHELTERED_HOUSING'];

export const isTellingAgency = (type: string, secrecy: string | undefined): boolean =>
  TELLING.includes(type) || (secrecy !== undefined && SECRET.includes(secrecy));
export const isTellingService = (key: string, group: string | undefined): boolean =>
  group === 'JUSTICE' || TELLING_SERVICES.includes(key);

/**
 * Words of health, addiction, safety and justice. What a professional types is free text, so that a line is judged by its problems, its
 * agency and its service first and by these as a net below: a line too much behind it costs a look at one's own copy, a line too few tells a
 * child of sixteen about the relapse of the father.
 */
const WORDS =
  /\b(ggz|psych\w*|psychi\w*|therap\w*|behandel\w*|diagnos\w*|medicat\w*|medicijn\w*|depress\w*|autis\w*|adhd|trauma\w*|su[iï]cid\w*|zelfmoord|zelfdoding|opgenomen|opname\w*|kliniek\w*|ziek\w*|ziekte\w*|handicap\w*|beperking\w*|lvb|verslav\w*|verslaafd\w*|afkick\w*|detox\w*|drank\w*|alcohol\w*|drugs?|cannabis|wiet|coca[iï]ne|gok\w*|reclasser\w*|politie\w*|arrest\w*|detentie\w*|gevang\w*|justiti\w*|strafblad\w*|strafzaak\w*|taakstraf\w*|officier|veroordeel\w*|delict\w*|huiselijk geweld|geweld\w*|mishandel\w*|misbruik\w*|uithuisplaats\w*|ondertoezichtstelling|ots)\b/i;

export const tells = (text: string): boolean => WORDS.test(text);

/** For whom a copy is: the one that lies on the table (null), or that of one person. */
export type Copy = string | null;

/** Shown whole only where everybody it is about is the one who reads. Of nobody known = in no copy but by word of mouth. */
export const isHidden = (special: Special | null, copy: Copy): boolean =>
  special !== null && !(copy !== null && special.persons.length > 0 && special.persons.every((person) => person === copy));

/** In which words somebody lives there, without a name: `een volwassene`, `een kind`. */
export function livesAs({ persons, roles }: Special): { nl: string; en: string } {
  const has = (role: LivesAs) => roles.includes(role);
  const several = persons.length > 1;
  if (has('ADULT') && has('CHILD')) return { nl: 'een volwassene en een kind', en: 'an adult and a child' };
  if (has('ADULT')) return several ? { nl: 'de volwassenen', en: 'the adults' } : { nl: 'een volwassene', en: 'an adult' };
  if (has('CHILD')) return several ? { nl: 'de kinderen', en: 'the children' } : { nl: 'een kind', en: 'a child' };
  return { nl: 'iemand van het gezin', en: 'somebody in the family' };
}

/** The whole of what a copy of somebody else says about it. */
export const BEHIND = {
  /** `alone`: a paper to who lives alone speaks to that person. */
  who: (special: Special, alone: Id | null) => {
    const { nl, en } = alone ? { nl: 'u', en: 'you' } : livesAs(special);
    return { nl: `Hulp voor ${nl}`, en: `Help for ${en}` };
  },
  together: { nl: 'De behandelaars werken samen.', en: 'The practitioners work together.' },
};
