import { useMe } from '../data/me';
import { Tag } from '../kit/marks';
import { day } from '../words/format';
import { workingDaysUntil } from './others.rules';
import { useOthersWords } from './others.words';

/** How long there is, in working days; from the last one it warns. */
export function Clock({ due, holidays }: { due: string; holidays: readonly string[] }) {
  const { say, language } = useOthersWords();
  const { today } = useMe();
  const days = workingDaysUntil(today, due, holidays);
  const words =
    days === null
      ? say('before', { day: day(due, language) })
      : days > 0
        ? say('daysLeft', { count: days })
        : days === 0
          ? say('lastDay')
          : say('daysOver', { count: -days });
  return (
    <span>
      <Tag tone={days !== null && days <= 1 ? 'warn' : 'quiet'} icon="clock">
        {words}
      </Tag>
    </span>
  );
}
