import { nameIn, useLists, type Lists } from '../data/lists';
import { useOthersWords } from './others.words';

/** Names of the api's lists in the reader's language; nothing where there is no name (yet), never a key. */
export function useNames(): (list: Exclude<keyof Lists, 'laws'>, key: string | null | undefined) => string {
  const { language } = useOthersWords();
  const lists = useLists();
  return (list, key) => {
    const named = key ? nameIn(lists?.[list], key, language) : '';
    return named === key ? '' : named;
  };
}
