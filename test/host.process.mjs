// Runs apis of the built product for the test files of one worker, each on a database of its own: `setup.ts` starts it. What loading the
// product costs, and making it fast, is paid once and not by every file; a test file asks over HTTP here as it does everywhere.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { json } from 'node:stream/consumers';
import { exportJWK, generateKeyPair } from 'jose';
import pg from 'pg';

const built = createRequire(new URL('../dist/', import.meta.url));
const apis = new Map();
let issuer;

/** A real OpenID provider on a port of its own; tests sign tokens with its key, and an api fetches its public half over HTTP. */
async function startIssuer() {
  const { default: Provider } = await import('oidc-provider');
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: 'test' };
  let handle;
  const server = createServer((request, response) => handle(request, response));
  const url = await listening(server);
  handle = new Provider(url, { jwks: { keys: [key] }, cookies: { keys: ['only-for-tests'] } }).callback();
  return { url, key };
}

const listening = (server) =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`)));

const TASKS = {
  issuer: () => (issuer ??= startIssuer()),

  /** What an api of this database is told, as its environment would be. */
  configuration: ({ url, settings, masterKey }) => {
    const { readConfiguration } = built('./libs/platform/index.js');
    const { roleUrl } = built('./migrations/migrate.js');
    return readConfiguration({ ...settings, DATABASE_URL: roleUrl(url, 'doorbraak_app', masterKey) });
  },

  async open({ configuration }) {
    const { createApi } = built('./apps/api/app.js');
    const api = await createApi(configuration);
    await api.listen(0, '127.0.0.1');
    const address = await api.getUrl();
    apis.set(address, api);
    return address;
  },

  async close({ address }) {
    await apis.get(address)?.close();
    apis.delete(address);
  },

  async found({ url, founding }) {
    const { found } = built('./libs/directory/index.js');
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    try {
      return await found(owner, founding);
    } finally {
      await owner.end();
    }
  },
};

const host = createServer((request, response) => {
  void json(request)
    .then((asked) => TASKS[request.url.slice(1)](asked))
    .then(
      (done) => response.end(JSON.stringify({ done })),
      (error) => response.writeHead(500).end(String(error.stack)),
    );
});
process.send(await listening(host));
process.on('disconnect', () => process.exit()); // whoever started it is gone
