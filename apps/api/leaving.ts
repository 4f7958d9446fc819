import type { Server } from 'node:http';
import net from 'node:net';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/** How long a connection that is kept open for a next question may still bring one, in milliseconds. */
const PATIENCE = 5000;
const LOOK = 20;

/**
 * Leaves without cutting anybody off: takes in nobody new, answers all who are in, and tells each with the answer to go elsewhere next time.
 * Node by itself closes connections at which a question is just arriving, and lets the system reset those it has not yet looked at.
 */
export async function leave(server: Server): Promise<void> {
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
  await noMoreAtTheDoor(server);
  net.Server.prototype.close.call(server);
  const connections = promisify(server.getConnections.bind(server));
  const until = performance.now() + PATIENCE;
  while (performance.now() < until && (await connections()) > 0) await pause(LOOK);
}

/** A turn of the loop in which nobody came: whoever knocks before the next line is too fast for any clock of ours. */
async function noMoreAtTheDoor(server: Server): Promise<void> {
  let came = true;
  const comes = () => (came = true);
  server.on('connection', comes);
  while (came) {
    came = false;
    await nextTurn();
  }
  server.off('connection', comes);
}
