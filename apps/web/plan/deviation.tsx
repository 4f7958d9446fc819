import type { ComponentProps } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../data/graphql';
import { nameIn, useLists } from '../data/lists';
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

/** The name of a kind of deviation; a kind of the municipality itself is named as it was written. */
export function useKindName(): (kind: string) => string {
  const { language } = useDeviationWords();
  const lists = useLists();
  return (kind) => nameIn(lists?.deviationKinds, kind, language);
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
