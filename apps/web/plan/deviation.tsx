import type { ComponentProps } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../data/graphql';
import { Select } from '../kit/field';
import { useDeviationWords } from './deviation.words';

export const MANDATES = graphql(`
  query PlanMandates {
    mandates {
      id
      personId
      maxCents
      kinds
      fromOn
      toOn
    }
  }
`);

/** Kinds are the municipality's own words for what a mandate covers; those that we know have words of ours. */
export function useKindName(): (kind: string) => string {
  const { say } = useDeviationWords();
  return (kind) => {
    if (kind === 'INTERIM_PAYER') return say('kind.INTERIM_PAYER');
    const words = kind.toLowerCase().replaceAll('_', ' ');
    return words[0] ? words[0].toUpperCase() + words.slice(1) : kind;
  };
}

/** Whether a measure deviates from what is usual, and how: of the kinds that somebody here may decide on. */
export function DeviationSelect(select: Omit<ComponentProps<typeof Select>, 'label' | 'children'>) {
  const { say } = useDeviationWords();
  const nameOf = useKindName();
  const [{ data }] = useQuery({ query: MANDATES });
  return (
    <Select label={say('ask')} {...select}>
      <option value="">{say('no')}</option>
      {[...new Set(data?.mandates.flatMap(({ kinds }) => kinds))].map((kind) => (
        <option key={kind} value={kind}>
          {nameOf(kind)}
        </option>
      ))}
    </Select>
  );
}
