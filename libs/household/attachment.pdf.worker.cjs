// A PDF of a stranger is read in a thread of its own, which whoever started it can end. It answers with the document anew, or with why not.
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { parentPort, workerData } = require('node:worker_threads');

// Tests run from the source; what is shipped was compiled before.
if (!existsSync(join(__dirname, 'attachment.pdf.js'))) {
  const { transformSync } = require('@swc/core');
  require.extensions['.ts'] = (module, filename) =>
    module._compile(transformSync(readFileSync(filename, 'utf8'), { filename }).code, filename);
}

// A few kilobytes can unpack to gigabytes, and memory of this kind is counted by no limit of a thread.
const MOST = 64 * 1024 * 1024;
const whole = globalThis.Uint8Array;
globalThis.Uint8Array = new Proxy(whole, {
  construct(target, args, made) {
    if (typeof args[0] === 'number' && args[0] > MOST) throw new RangeError('more than is taken');
    return Reflect.construct(target, args, made === globalThis.Uint8Array ? target : made);
  },
});

const { isLocked, pdfAnew } = require('./attachment.pdf');
pdfAnew(Buffer.from(workerData)).then(
  (made) => parentPort.postMessage(made),
  (error) => parentPort.postMessage({ why: isLocked(error) ? 'ATTACHMENT_LOCKED' : 'ATTACHMENT_UNREADABLE' }),
);
