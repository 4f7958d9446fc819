/** A start that cannot go on for a reason that the person at the machine can mend: its message is the sentence they read. */
export class CannotStart extends Error {}

/** Ends a program that cannot start with its sentence and no stack; anything else is our fault and keeps its stack. */
export function orOneSentence(work: Promise<void>): void {
  work.catch((error: unknown) => {
    if (!(error instanceof CannotStart)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
