// The longest first, or one worker would end with a long file while the other has nothing left. Where nothing is remembered of an earlier
// run (a fresh clone, CI) what a file is about tells how long it takes.
const { default: Sequencer } = require('@jest/test-sequencer');

/** Seconds, roughly; the first that fits. */
const LONG = [
  [/twenty-five|pages\.web|start\.spec/, 120],
  [/\.story\.|walks|process\.api|rights/, 60],
  [/\.web\.|faults|access\.db/, 30],
  [/\.api\.|postgres|course|paper|outcome\.db|day\.db/, 20],
  [/\.db\./, 5],
];
const expected = (file) => LONG.find(([name]) => name.test(file))?.[1] ?? 1;

module.exports = class LongestFirst extends Sequencer {
  time(test) {
    return super.time(test) ?? expected(test.path) * 1000;
  }
};
