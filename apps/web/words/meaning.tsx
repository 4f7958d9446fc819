import type { Term } from '../kit/glossary.words';
import { useMeanings } from './meanings.words';

export default function Meaning({ term }: { term: Term }) {
  const { say } = useMeanings();
  return say(term);
}
