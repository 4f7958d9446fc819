import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { repository } from './reference';

/** A program of the built product in a process of its own, which can be stopped and killed. `npm test` has built it before. */
export class Program {
  readonly lines: string[] = [];
  readonly ended: Promise<unknown[]>;

  private constructor(readonly child: ChildProcess) {
    this.ended = once(child, 'exit');
  }

  static path = (name: 'api' | 'worker') => path.join(repository, 'dist', 'apps', name, 'main.js');

  /** Runs until it says that it is ready; what ends before that says why. */
  static async start(
    name: 'api' | 'worker',
    environment: NodeJS.ProcessEnv,
    isReady: (line: string) => boolean,
  ): Promise<Program> {
    const child = spawn(process.execPath, [Program.path(name)], {
      cwd: repository,
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const program = new Program(child);
    const ready = new Promise<void>((resolve) => {
      for (const stream of [child.stdout, child.stderr])
        createInterface({ input: stream }).on('line', (line) => {
          program.lines.push(line);
          if (isReady(line)) resolve();
        });
    });
    await Promise.race([
      ready,
      program.ended.then(() => Promise.reject(new Error(`the ${name} ended:\n${program.lines.join('\n')}`))),
    ]);
    return program;
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<unknown[]> {
    this.child.kill(signal);
    return this.ended;
  }
}
