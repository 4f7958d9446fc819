import type { Founding } from '@doorbraak/directory';
import type { Id } from '@doorbraak/kernel';
import type { Configuration } from '@doorbraak/platform';

type Tasks = {
  issuer(): { url: string; key: import('node:crypto').JsonWebKey };
  configuration(asked: { url: string; settings: Record<string, string>; masterKey: string }): Configuration;
  open(asked: { configuration: Configuration }): string;
  close(asked: { address: string }): void;
  found(asked: { url: string; founding: Founding }): { municipality: Id; fixteam: Id };
};

/** Asks the process in which the apis of this worker live; `host.process.mjs` says what each task does. */
export async function host<Name extends keyof Tasks>(
  task: Name,
  ...asked: Parameters<Tasks[Name]>
): Promise<ReturnType<Tasks[Name]>> {
  const addresses = process.env['TEST_HOSTS']?.split(' ') ?? [];
  const address = addresses[Number(process.env['JEST_WORKER_ID']) - 1];
  if (!address) throw new Error('these tests run through `npm test`, which starts what they need');
  const answer = await fetch(`${address}/${task}`, { method: 'POST', body: JSON.stringify(asked[0] ?? {}) });
  if (!answer.ok) throw new Error(await answer.text());
  return ((await answer.json()) as { done: ReturnType<Tasks[Name]> }).done;
}
