import { appendFileSync } from 'node:fs';

/** Writes down the codes that the product answered the tests of one file with over HTTP; `teardown.ts` reads what the whole run heard. */
const heard = new Set<string>();
const { fetch } = globalThis;
globalThis.fetch = async (...asked) => {
  const answer = await fetch(...asked);
  const isApi = new URL(answer.url).pathname === '/graphql';
  const told = isApi ? /(?<="code":")\w+/g : /\b[A-Z]+(_[A-Z]+)+\b/g; // on a page it stands in a sentence
  for (const [code] of (await answer.clone().text()).matchAll(told)) heard.add(code);
  return answer;
};
afterAll(() => {
  if (heard.size) appendFileSync(process.env['HEARD']!, `${[...heard].join('\n')}\n`);
});
