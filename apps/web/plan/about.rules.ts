import type { Plan } from './plan.query';

type Parts = {
  plan: Pick<Plan, 'measures' | 'positions' | 'grounds' | 'contradictions'>;
  agencyOf: (involvement: string) => string;
};
type Names = {
  law: (key: string) => string;
  article: (ground: Plan['grounds'][number]) => string;
  value: (key: Plan['values'][number]['value']) => string;
  step: (key: Plan['reverseTest'][number]['step']) => string;
  person: (id: string) => string;
  perspective: (key: Plan['perspectives'][number]['kind']) => string;
};

/** What a reason is about in words that the reader knows: a measure, an agency, a value; empty when the sentence says it all. */
export function aboutOf(code: string, about: string | null, { plan, agencyOf }: Parts, names: Names): string {
  if (about === null) return '';
  if (code === 'HOUSEHOLD_NOT_AGREED') return names.person(about);
  if (code === 'VALUE_NOT_SUFFICIENT') return names.value(about as 'LEGITIMACY');
  if (code === 'REVERSE_TEST_INCOMPLETE') return names.step(about as 'EFFECT');
  if (code === 'PERSPECTIVE_MISSING' || code === 'PERSPECTIVE_NOT_SUFFICIENT') return names.perspective(about as 'LEGAL');
  const [measureId, law] = about.split('/');
  const measure = plan.measures.find(({ id }) => id === measureId);
  if (measure && code === 'POSITION_UNANSWERED') return agencyOf(measure.involvementId);
  if (measure) return law ? `${names.law(law)}: ${measure.result}` : measure.result;
  const ground = (id: string) => plan.grounds.find((one) => one.id === id);
  const own = ground(about);
  if (own) return names.article(own);
  const clash = plan.contradictions.find(({ id }) => id === about);
  if (clash)
    return [clash.a, clash.b]
      .map(ground)
      .flatMap((side) => (side ? [names.article(side)] : []))
      .join(', ');
  const position = plan.positions.find(({ id }) => id === about);
  return position ? agencyOf(position.involvementId) : '';
}

/** Who does a measure: the agency, and who there when that says more. */
export const doerOf = (agency: string, owner: string): string =>
  owner === agency ? agency : [agency, owner].filter(Boolean).join(', ');
