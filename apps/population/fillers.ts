/** Which agencies come in for a kind of problem, beside those of the library: types of the list, by life domain. */
export const COME_IN_FOR: Record<string, readonly string[]> = {
  INCOME: ['UWV', 'SVB', 'SOCIAAL_RAADSLIEDEN', 'VOEDSELBANK'],
  DEBT: ['DUO', 'WATERBEDRIJF', 'LBIO', 'BEWINDVOERDER'],
  WORK_EDUCATION: ['UWV', 'WERKGEVER', 'DUO', 'IND'],
  DAY_STRUCTURE: ['WELZIJN', 'GEHANDICAPTENZORG', 'WERKGEVER'],
  HOUSING: ['PARTICULIERE_VERHUURDER', 'MAATSCHAPPELIJKE_OPVANG', 'GEM_VEILIGHEID'],
  HOME_RELATIONS: ['VROUWENOPVANG', 'WELZIJN', 'RAAD_KINDERBESCHERMING'],
  PARENTING_CHILD: ['JGZ', 'JEUGDHULPAANBIEDER', 'RAAD_KINDERBESCHERMING'],
  MENTAL_HEALTH: ['GGD', 'CIZ', 'ZORGKANTOOR'],
  PHYSICAL_HEALTH: ['WIJKVERPLEGING', 'CIZ', 'ZORGKANTOOR'],
  ADDICTION: ['GGD', 'ZORG_EN_VEILIGHEIDSHUIS'],
  DAILY_LIVING: ['WIJKVERPLEGING', 'CLIENTONDERSTEUNING_MEE', 'BEWINDVOERDER'],
  NETWORK_PARTICIPATION: ['WELZIJN', 'CLIENTONDERSTEUNING_MEE', 'IND'],
  JUSTICE_SAFETY: ['RECLASSERING', 'OM', 'DJI', 'ZORG_EN_VEILIGHEIDSHUIS'],
  SYSTEM: ['LMM', 'SOCIAAL_RAADSLIEDEN', 'RVIG', 'COA', 'WIJKTEAM'],
};

/** Given names that nobody in these households has. */
export const NAMES = [
  'Alwin',
  'Bente',
  'Corstiaan',
  'Dieuwke',
  'Egidius',
  'Fenna',
  'Gerlof',
  'Hadewych',
  'Ibe',
  'Jorrit',
  'Krijn',
  'Lieuwe',
  'Menno',
  'Nanda',
  'Oege',
  'Pleun',
];

export const CHANNELS = ['PHONE', 'VISIT', 'OFFICE', 'LETTER', 'MAIL', 'ONLINE'] as const;

/** Nobody takes it for real. */
export const fictional = (text: string) => ({ nl: `${text} (verzonnen)`, en: `${text} (fictional)` });
