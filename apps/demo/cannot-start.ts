/** A start that cannot go on for a reason that the person at the machine can mend: its message is the one sentence they read. */
export class CannotStart extends Error {}
