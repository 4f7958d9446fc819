import { describeEnum } from '@doorbraak/access';
import type { DisputeState } from './dispute.rules';

export const DisputeStateEnum = describeEnum<DisputeState>('DisputeState', 'How a dispute about which law pays stands today.', {
  OPEN: 'Its clock runs.',
  OVERDUE: 'Its clock ran out without a settlement; it can go up the ladder.',
  SETTLED: 'It is settled.',
});
