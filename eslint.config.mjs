import tseslint from 'typescript-eslint';

const dayOfMachine = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message:
    'The day comes from the actor (the clock of the tenant). Real time is for tokens, sessions and audit instants only, in the files listed in eslint.config.mjs.',
};
const nowOfMachine = { ...dayOfMachine, selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']" };
const dayInSql = {
  ...dayOfMachine,
  selector:
    'TemplateElement[value.raw=/\\b(current_date|current_timestamp|now\\(\\))/i], Literal[value=/\\b(current_date|current_timestamp|now\\(\\))/i]',
};

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'coverage/',
      '.data/',
      '**/*.cjs',
      '**/*.mjs',
      'apps/web/schema.d.ts',
      'apps/web/service.worker.js',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', dayOfMachine, nowOfMachine, dayInSql],
    },
  },
  {
    // Dependency injection reads the class of a constructor parameter at run time, so these imports are more than types.
    files: [
      '**/*.resolver.ts',
      '**/*.service.ts',
      '**/*.module.ts',
      '**/*.controller.ts',
      '**/*.inputs.ts',
      '**/*.entity.ts',
      '**/*.reference.ts',
    ],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    // Real time on purpose: ids, signatures, sessions, the edge where an instant becomes a day, measuring, and starting processes.
    files: [
      'libs/kernel/id.ts',
      'libs/platform/signed-context.ts',
      'libs/access/sign-in.*.ts',
      'migrations/main.ts',
      'migrations/backup.ts',
      'apps/api/api.context.ts',
      'apps/api/sockets.ts',
      'apps/demo/**/*.ts',
      'test/**/*.ts',
      '**/*.bench.ts',
      '**/*.spec.ts',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|failing)$/]',
          message: 'No focused, skipped or empty tests.',
        },
      ],
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  {
    files: ['apps/web/**/*.{ts,tsx,mts}'],
    languageOptions: { parserOptions: { project: './apps/web/tsconfig.json' } },
    rules: {
      // a device is where people are: its own clock counts for keys of acts and for how long something takes
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='style']",
          message: 'Colours and sizes stand in css files; a style attribute hides them.',
        },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  { files: ['test/web/**/*.ts'], languageOptions: { parserOptions: { project: './test/web/tsconfig.json' } } },
  // The one file that keeps others from the console.
  { files: ['apps/demo/quiet.ts'], rules: { 'no-console': 'off' } },
);
