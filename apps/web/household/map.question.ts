import { useMemo } from 'react';
import { graphql, type ResultOf } from '../data/graphql';
import { nameIn, useLists, type Lists } from '../data/lists';
import { money } from '../words/format';
import type { Language } from '../words/words';
import { useHousehold } from './household.question';
import { capital, shortName } from './household.rules';
import { layOut, type MapFacts } from './map.layout.rules';
import { sumOf } from './money.rules';

const MAP = graphql(`
  query HouseholdMap($id: ID!) {
    household(id: $id) {
      id
      version
      closedOn
      lead {
        personId
      }
      deputy {
        personId
      }
      members {
        id
        personId
        name
      }
      problems {
        id
        version
        type
        domain
        words
        status
        sinceOn
        severity
        personIds
        causedBy
        withdrawnOn
      }
      involvements {
        id
        agencyId
        agencyName
        agencyType
        contactPerson
        law
        problemIds
        toOn
        withdrawnOn
      }
      interventions {
        id
        involvementId
        problemIds
        service
        fromOn
        toOn
        withdrawnOn
      }
      interventionCosts {
        interventionId
        costLines {
          id
          cents
        }
      }
      waits {
        id
        version
        waiting
        for
        holder
        what
        provision
        liftable
        liftedOn
        sinceOn
        withdrawnOn
      }
      unlock {
        live
        circles {
          members
        }
        notLiftable
        smallest {
          size
          exact
          setCount
          preferred
          sets
          words {
            nl
            en
          }
        }
        chosen {
          wait
          words {
            nl
            en
          }
        }
      }
      plan {
        id
        version
        status
        measures {
          id
          lifts
          withdrawnOn
          progress {
            state
          }
        }
      }
    }
  }
`);
export type MapHousehold = NonNullable<ResultOf<typeof MAP>['household']>;
export type MapProblemRow = NonNullable<MapHousehold['problems']>[number];
export type MapWaitRow = NonNullable<MapHousehold['waits']>[number];

/** Map, list and panel tell the same: one question for all of them. */
export const useMapQuestion = (household: string) => useHousehold(MAP, household);

export interface Drawn {
  found: MapHousehold;
  facts: MapFacts;
  layout: ReturnType<typeof layOut>;
  lists: Lists | undefined;
  /** The row behind a problem, an involvement or a wait that is drawn. */
  problem: (id: string) => MapProblemRow | undefined;
  involvement: (id: string) => MapHousehold['involvements'][number] | undefined;
  wait: (id: string) => MapWaitRow | undefined;
  nameOf: (id: string) => string;
  help: NonNullable<MapHousehold['interventions']>;
  /** What help costs, in cents; null = no price known, undefined = not for this reader. */
  costOf: (help: string) => string | null | undefined;
  /** The waits that are lifted in this drawing, and every equally small set of them. */
  lifted: readonly string[];
  /** The measure of the plan that lifts this wait, if there is one. */
  measureOf: (wait: string) => NonNullable<MapHousehold['plan']>['measures'][number] | null;
}

/** What is drawn: what stands today, with names in the reader's language. `chosen`: lift these waits, not the preferred ones. */
export function useDrawn(found: MapHousehold, today: string, language: Language, chosen?: readonly string[]): Drawn {
  const lists = useLists();
  return useMemo(() => {
    const stands = ({ withdrawnOn }: { withdrawnOn: string | null }) => withdrawnOn === null;
    const runs = ({ toOn }: { toOn: string | null }) => toOn === null || toOn >= today;
    const problems = (found.problems ?? []).filter(stands);
    const involvements = found.involvements.filter((one) => stands(one) && runs(one));
    const waits = (found.waits ?? []).filter(({ id }) => found.unlock?.live.includes(id));
    const help = (found.interventions ?? []).filter((one) => stands(one) && runs(one) && one.fromOn <= today);
    const smallest = found.unlock?.smallest;
    const lifted = smallest?.sets.find((set) => set.join() === chosen?.join()) ?? smallest?.preferred ?? [];
    const measures = found.plan?.status === 'STOPPED' ? [] : (found.plan?.measures ?? []).filter(stands);
    const facts: MapFacts = {
      domains: (lists?.lifeDomains ?? []).map(({ key }) => key),
      problems: problems.map(({ id, domain, words, type }) => ({
        id,
        domain,
        name: words ?? nameIn(lists?.problemTypes, type, language),
      })),
      involvements: involvements.map(({ id, agencyId, agencyName, agencyType, problemIds }) => ({
        id,
        agencyId,
        agencyName: capital(shortName(agencyName)),
        agencyType,
        problemIds: problemIds ?? [],
      })),
      waits: waits.map(({ id, waiting, for: on, holder, what }) => ({ id, waiting, for: on, holder, what: what ?? '' })),
      circles: found.unlock?.circles ?? [],
      lifted,
      help,
    };
    const names = new Map([
      ...facts.problems.map(({ id, name }) => [id, name] as const),
      ...facts.involvements.map(({ id, agencyName }) => [id, agencyName] as const),
    ]);
    return {
      found,
      facts,
      layout: layOut(facts),
      lists,
      help,
      problem: (id) => problems.find((one) => one.id === id),
      involvement: (id) => found.involvements.find((one) => one.id === id),
      wait: (id) => waits.find((one) => one.id === id),
      nameOf: (id) => names.get(id) ?? '',
      costOf: (id) => {
        if (!found.interventionCosts) return undefined;
        const lines = found.interventionCosts.find(({ interventionId }) => interventionId === id)?.costLines ?? [];
        return lines.length > 0 ? sumOf(lines) : null;
      },
      lifted,
      measureOf: (id) => measures.find(({ lifts }) => lifts?.includes(id)) ?? null,
    };
  }, [found, today, language, lists, chosen]);
}

/** Which help, of whom, and what it costs. */
export function helpSentence(
  { id, service, involvementId }: Pick<Drawn['help'][number], 'id' | 'service' | 'involvementId'>,
  { lists, nameOf, costOf }: Drawn,
  language: Language,
  noPrice: string,
): string {
  const cost = costOf(id);
  const help = `${nameIn(lists?.serviceTypes, service, language)}, ${nameOf(involvementId)}`;
  return cost === undefined ? help : `${help}: ${cost === null ? noPrice : money(cost, language)}`;
}
