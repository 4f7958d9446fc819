import { log } from '@doorbraak/platform';

// The OpenID provider warns on the console that its memory and its page are for demos, which is what this is; ours never use the console.
console.info = console.warn = (text: unknown) => log.debug(String(text));
