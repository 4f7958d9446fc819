import { createContext, useContext } from 'react';
import { graphql, type ResultOf } from '../../data/graphql';
import type { Chosen, RowLayout } from './matrix.layout.rules';

export const WET = graphql(`
  query Wet($household: ID!) {
    household(id: $household) {
      id
      involvements {
        id
        agencyName
      }
      plan {
        id
        version
        status
        planOn
        matrix {
          laws
          rows {
            measureId
            supportingLaws
            open {
              code
              nl
              en
              about
            }
            contradictions {
              contradictionId
              fromCell
              toCell
              a
              b
              isResolved
            }
            cells {
              id
              law
              groundMissing
              struckOut
              touchedBy {
                kind
              }
              grounds {
                groundId
                provision
                limitUnanswered
              }
            }
          }
        }
        measures {
          id
          service
          result
          owner
          dueOn
          involvementId
          struckOut {
            id
            law
            line
          }
        }
        grounds {
          id
          version
          measureId
          provision
          law
          lawTitle
          article
          lid
          role
          catalogueRole
          overrideReason
          argument
          answers
          inForce
          validOn
          summary {
            nl
            en
          }
        }
        contradictions {
          id
          version
          measureId
          a
          b
          pattern
          resolvedVia
          reasoning
        }
        proposedContradictions {
          measureId
          pattern
          groundIds
          otherLaws
        }
      }
    }
  }
`);

/** What the product knows of law; the same for every plan, so asked once per session. */
export const LAWS = graphql(`
  query LawsOfMatrix {
    laws {
      key
      title
      shortTitle
      provisions {
        key
        article
        lid
        item
        role
        note
        textSeenOn
        lidFromMemory
        validFrom
        validTo
        summary {
          nl
          en
        }
      }
    }
    ownLaws {
      key
      title
      shortTitle
      provisions {
        key
        article
        lid
        role
        validFrom
        validTo
        summaryNl
        summaryEn
      }
    }
    conflictPatterns {
      key
      type
      title {
        nl
        en
      }
      tension {
        nl
        en
      }
      sideA {
        key
      }
      sideB {
        key
      }
      roomVia {
        key
      }
    }
  }
`);

type Found = ResultOf<typeof WET>;
export type Plan = NonNullable<NonNullable<Found['household']>['plan']>;
export type Ground = Plan['grounds'][number];
export type Contradiction = Plan['contradictions'][number];
export type MatrixRow = NonNullable<Plan['matrix']>['rows'][number];
export type Role = Ground['role'];
export type Pattern = ResultOf<typeof LAWS>['conflictPatterns'][number];

export interface Provision {
  key: string;
  law: string;
  lawTitle: string;
  article: string;
  lid: string | null;
  item: string | null;
  role: Role;
  note: string | null;
  /** The newest text that was read; null = none. */
  seenOn: string | null;
  lidFromMemory: boolean;
  validFrom: string | null;
  validTo: string | null;
  words: { nl: string; en: string };
}
export interface Catalogue {
  laws: { key: string; title: string; shortTitle: string }[];
  provisions: Map<string, Provision>;
  patterns: Map<string, Pattern>;
}

export function catalogueOf({ laws, ownLaws, conflictPatterns }: ResultOf<typeof LAWS>): Catalogue {
  const national = laws.flatMap(({ key: law, shortTitle, provisions }) =>
    provisions.map(({ textSeenOn, summary, ...one }): Provision => {
      const seenOn = [...textSeenOn].sort().at(-1) ?? null;
      return { ...one, law, lawTitle: shortTitle, seenOn, words: summary };
    }),
  );
  const own = ownLaws.flatMap(({ key: law, shortTitle, provisions }) =>
    provisions.map(({ summaryNl, summaryEn, ...one }): Provision => {
      const rest = { item: null, note: null, seenOn: null, lidFromMemory: false };
      return { ...one, ...rest, law, lawTitle: shortTitle, words: { nl: summaryNl, en: summaryEn ?? summaryNl } };
    }),
  );
  return {
    laws: [...laws, ...ownLaws].map(({ key, title, shortTitle }) => ({ key, title, shortTitle })),
    provisions: new Map([...national, ...own].map((one) => [one.key, one])),
    patterns: new Map(conflictPatterns.map((one) => [one.key, one])),
  };
}

export interface Wet {
  plan: Plan;
  catalogue: Catalogue;
  rows: RowLayout<MatrixRow>[];
  agencies: Map<string, string>;
  canWrite: boolean;
  choose: (chosen: Chosen) => void;
  /** After an act: the thing that it is about now, with the focus. */
  done: (chosen: Chosen, sentence: string) => void;
}
export const WetContext = createContext<Wet | null>(null);
export function useWet(): Wet {
  const wet = useContext(WetContext);
  if (!wet) throw new Error('no matrix around this');
  return wet;
}
