import { useQuery } from 'urql';
import type { Language } from '../words/words';
import { client } from './client';
import { graphql } from './graphql';

/** Lists of the trade, in both languages; public, the same for everybody, asked once. */
const LISTS = graphql(`
  query Lists {
    lifeDomains {
      key
      name {
        nl
        en
      }
      order
      scored
    }
    problemTypes {
      key
      domain
      dataClass
      validTo
      name {
        nl
        en
      }
    }
    payers {
      key
      publicMoney
      name {
        nl
        en
      }
    }
    serviceTypes {
      key
      law
      oneOff
      unitCost
      name {
        nl
        en
      }
    }
    laws {
      key
      shortTitle
    }
    agencyTypes {
      key
      name {
        nl
        en
      }
    }
    deviationKinds {
      key
      name {
        nl
        en
      }
    }
    legalBases {
      key
      article
      needsConsent
      name {
        nl
        en
      }
    }
  }
`);

interface Named {
  key: string;
  name: { nl: string; en: string };
}

/** The name of a key in a list; the key itself when the list is not there (yet). */
export const nameIn = (list: readonly Named[] | undefined, key: string, language: Language): string =>
  list?.find((one) => one.key === key)?.name[language] ?? key;

/** Asks for them before a page does, so that it need not wait. */
export const askLists = () => void client.query(LISTS, {}).toPromise();

export function useLists() {
  const [{ data }] = useQuery({ query: LISTS });
  return data;
}
export type Lists = NonNullable<ReturnType<typeof useLists>>;
