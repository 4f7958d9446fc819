// The table of rooms (README "Rooms"), as rules. A new arrow is a commit of its own that says why.
const ROOMS = {
  kernel: [],
  platform: ['kernel'],
  access: ['kernel', 'platform'],
  audit: ['kernel', 'platform', 'access'],
  directory: ['kernel', 'platform', 'access', 'audit'],
  law: ['kernel', 'platform', 'access', 'audit', 'directory'],
  household: ['kernel', 'platform', 'access', 'audit', 'directory'],
  cost: ['kernel', 'platform', 'access', 'audit', 'directory', 'law'],
  plan: ['kernel', 'platform', 'access', 'audit', 'directory', 'law', 'household', 'cost'],
  outcome: ['kernel', 'platform', 'access', 'audit', 'directory', 'law', 'household', 'cost', 'plan'],
  signal: ['kernel', 'platform', 'access', 'audit', 'directory', 'law', 'household', 'cost', 'plan', 'outcome'],
  report: ['kernel', 'platform', 'access', 'audit', 'directory', 'law'],
};
const production = '(?<!\\.spec|\\.bench|\\.fixture)\\.ts$';
const rooms = Object.entries(ROOMS).map(([room, may]) => ({
  name: `room-${room}`,
  comment: `libs/${room} may import ${may.join(', ') || 'no room'}`,
  severity: 'error',
  from: { path: `^libs/${room}/.*${production}` },
  to: { path: '^(libs|apps|migrations|test)/', pathNot: `^libs/(${[room, ...may].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...rooms,
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'through-the-door',
      comment: 'Another room is used through its index.ts.',
      severity: 'error',
      from: { path: `^(apps|libs|migrations)/([^/]+)/.*${production}` },
      to: { path: '^libs/([^/]+)/(?!index\\.ts)', pathNot: '^libs/$2/' },
    },
    {
      name: 'pure-rules',
      comment: 'Rules are plain functions: no framework, no database, no clock.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$', pathNot: '^libs/platform/' },
      to: { path: '^node_modules/(@nestjs|typeorm|pg|graphql|express)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'kernel-without-framework',
      severity: 'error',
      from: { path: '^libs/kernel/' },
      to: { path: '^node_modules/', pathNot: '^node_modules/(fast-check|@types)' },
    },
    {
      name: 'apps-not-demo',
      comment: 'The demo uses the apps, never the other way round.',
      severity: 'error',
      from: { path: '^(apps/(api|worker)|libs)/' },
      to: { path: '^apps/demo/', pathNot: '\\.spec\\.ts$' },
    },
    {
      name: 'population-for-nobody',
      comment: 'A population is made for tests and measurements; no part of the product knows it.',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: '^apps/(population|bench)/' },
      to: { path: '^apps/(population|bench)/' },
    },
    {
      name: 'web-alone',
      comment: 'The client knows the schema and nothing else of the product.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(apps/(?!web/)|libs|migrations|test)' },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, dependencyTypesNot: ['type-only'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|\\.spec\\.ts$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'import', 'default', 'types'] },
    skipAnalysisNotInRules: true,
  },
};
