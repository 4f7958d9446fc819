import { RoleShape } from '../../kit/marks';
import { useWet, type Ground, type Role } from './wet.data';
import { useWetWords } from './wet.words';

/** How a law and an article are called here. */
export function useNames() {
  const { plan, catalogue } = useWet();
  const { say, language } = useWetWords();
  const lawName = (key: string): string =>
    catalogue.laws.find((law) => law.key === key)?.shortTitle ?? plan.grounds.find((one) => one.law === key)?.lawTitle ?? key;
  const part = (lid: string | null) => (lid ? ` ${say('lid', { lid })}` : '');
  const provisionName = (key: string): string => {
    const known = catalogue.provisions.get(key);
    if (known) return `${known.lawTitle} ${known.article}${part(known.lid)}${known.item ? ` ${known.item}` : ''}`;
    const cited = plan.grounds.find(({ provision }) => provision === key);
    return cited ? groundName(cited) : key;
  };
  const groundName = (ground: Ground): string => {
    const item = catalogue.provisions.get(ground.provision)?.item;
    const law = ground.law ? lawName(ground.law) : (ground.lawTitle ?? '');
    return `${law} ${ground.article ?? ''}${part(ground.lid)}${item ? ` ${item}` : ''}`.trim();
  };
  const byId = (id: string) => {
    const ground = plan.grounds.find((one) => one.id === id);
    return ground ? groundName(ground) : '';
  };
  const patternName = (key: string | null) => (key ? catalogue.patterns.get(key)?.title[language] : undefined);
  return { lawName, provisionName, groundName, byId, patternName };
}

export const Shape = ({ role }: { role: Role }) => {
  const { say } = useWetWords();
  return <RoleShape role={role} words={say(`role.${role}`)} />;
};
