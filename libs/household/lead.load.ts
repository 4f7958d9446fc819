import type { Id } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';

/** The fixteam of a professional of this municipality; a liaison or somebody unknown has none. */
export async function fixteamOf(tx: Tx, { municipalityId }: { municipalityId: Id }, person: Id): Promise<Id | null | undefined> {
  const [row] = await tx.query<{ fixteam: Id | null }>(
    'select fixteam_id as fixteam from professional where municipality_id = $1 and id = $2',
    [municipalityId, person],
  );
  return row?.fixteam;
}
