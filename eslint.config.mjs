import { defineConfig } from 'eslint/config';
import { builtinModules } from 'node:module';

import baseConfig from './.config/eslint.config.mjs';

const NODE = `^(node:|(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})(/|$))`;
// of two rules for one file the later one counts alone: each of the backend's says this too
const OUTSIDE = ['(^|/)frontend/', '(^|/)tools/', '^react', '^@grafana/'];
const DRIVER = {
  regex: '^@duckdb/',
  message: 'DuckDB’s driver is for those who load and answer: duckdb, canonical, sources, store and engines. Others take what these give.',
};

/** `files` may not import what matches `patterns` (with messages of their own, or this one): the arrows of the design go one way. */
const direction = (files, patterns, message) => ({
  files,
  ignores: ['**/*.{test,fixture}.{ts,tsx}'],
  rules: { 'no-restricted-imports': ['error', { patterns: patterns.map((one) => (typeof one === 'string' ? { regex: one, message } : one)) }] },
});

const backendParts = (...allowed) => {
  const parts = ['app', 'host', 'duckdb', 'sources', 'store', 'engines', 'query', 'frames', 'calendar', 'canonical', 'analysis'].filter(
    (part) => !allowed.includes(part)
  );
  // the folder itself is its index
  return `(^|/)(${parts.join('|')})(/|$)`;
};

export default defineConfig([
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      'release/',
      '.cache/',
      '**/coverage',
      'src/backend/host/gen/',
      'test-results/',
      'playwright-report/',
      '.demo/',
      '.store/',
      '.config/',
    ],
  },
  ...baseConfig,
  // Prettier’s, and written for a plugin that is now called otherwise
  { rules: { '@stylistic/ts/type-annotation-spacing': 'off' } },
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'react/react-in-jsx-scope': 'off',
      // one idea a file
      'max-lines': ['error', 300],
    },
  },
  // scripts, benches and the terminal report speak to people on stdout
  { files: ['scripts/**', 'bench/**', 'demo/**', 'tests/**', 'tools/**', 'preview/server/**', 'src/backend/host/quiet.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['src/backend/app/**/*.ts'],
    ignores: ['src/backend/app/access/reader.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='run']:matches([callee.object.name='engine'], [callee.object.property.name='engine'])",
          message: 'Statements are run by a reader (access/reader.ts), which knows what its caller may see.',
        },
      ],
    },
  },
  {
    files: ['src/backend/sources/**/*.ts'],
    ignores: ['src/backend/sources/connections/targets/**', '**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "ImportDeclaration[importKind!='type'][source.value=/^(node:)?(net|tls)$/] ImportSpecifier[importKind!='type'][imported.name=/^(Socket|TLSSocket|connect|createConnection)$/]",
          message: 'A connection is made through a GuardedSocket (connections/targets), which knows what the administrator forbids.',
        },
      ],
    },
  },
  {
    files: ['src/frontend/**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXOpeningElement[name.name=/(Combobox|Choices?)$/] > JSXAttribute[name.name='aria-label']",
          message: 'Grafana 12’s drop-downs drop aria-label: give a name with Named (named.tsx).',
        },
        {
          selector: "Program:not(:has(FunctionDeclaration[id.name='Choice'])) JSXOpeningElement[name.name=/Combobox$/]",
          message: 'Grafana 12’s drop-downs tell a choice more than once: use Choice or Choices (choice.tsx).',
        },
      ],
    },
  },
  direction(
    ['src/shared/**/*.ts'],
    ['(^|/)(backend|frontend|tools)/', NODE, '^react', '^@grafana/'],
    'src/shared is what both sides speak: no backend, no frontend, no Node, no React.'
  ),
  direction(['src/frontend/**/*.{ts,tsx}', 'src/module.ts'], ['(^|/)(backend|tools)/', NODE], 'The frontend speaks to the backend through Grafana only.'),
  direction(['preview/src/**/*.{ts,tsx}'], ['^(\\.\\./){2,}(src|scripts|demo|tools)/', NODE], 'The preview runs the plugin as it is built.'),
  direction(['src/backend/**/*.ts'], [...OUTSIDE, DRIVER], 'The backend knows nothing of the browser, nor of the tools that speak to it.'),
  direction(['src/backend/engines/**/*.ts'], [...OUTSIDE, backendParts('engines', 'duckdb')], 'An engine runs statements and knows nothing of what they mean.'),
  direction(['src/backend/duckdb/**/*.ts'], [...OUTSIDE, backendParts('duckdb')], 'duckdb/ lies under all that speak to DuckDB.'),
  direction(['src/backend/calendar/**/*.ts'], [...OUTSIDE, DRIVER, backendParts('calendar')], 'Calendars know no other part of the backend.'),
  direction(['src/backend/canonical/**/*.ts'], [...OUTSIDE, backendParts('canonical', 'duckdb')], 'Canonical tables know no other part of the backend.'),
  direction(
    ['src/backend/query/**/*.ts'],
    // its dialect has a file of that name too
    [...OUTSIDE, NODE, DRIVER, backendParts('query', 'calendar', 'duckdb'), '\\.\\./duckdb(/|$)'],
    'src/backend/query is pure: no store, engine, source or host.'
  ),
  direction(
    ['src/backend/sources/**/*.ts'],
    [...OUTSIDE, backendParts('sources', 'canonical', 'calendar', 'duckdb')],
    'A source fills canonical tables and knows nothing after them.'
  ),
  direction(
    ['src/backend/store/**/*.ts'],
    [...OUTSIDE, backendParts('store', 'sources', 'canonical', 'calendar', 'duckdb')],
    'The store knows nothing of queries and frames.'
  ),
  direction(
    ['src/backend/analysis/**/*.ts'],
    [...OUTSIDE, DRIVER, backendParts('analysis', 'calendar')],
    'An analysis knows numbers and buckets, nothing else.'
  ),
  direction(['src/backend/app/**/*.ts'], [...OUTSIDE, DRIVER, '(^|/)host(/|$)'], 'The app knows nothing of the door in front of it.'),
  direction(['src/backend/frames/**/*.ts'], [...OUTSIDE, DRIVER, backendParts('frames', 'query', 'analysis')], 'Frames are made of answers.'),
  {
    // the fuzz looks now and then whether the process that it tests still lives
    files: ['**/*.{test,fixture,spec}.{ts,tsx}', 'tests/**/*.ts', 'src/backend/**/testing/**/*.ts'],
    ignores: ['tests/until.ts', 'tests/fuzz/house.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          'CallExpression[callee.name=/^(setTimeout|setInterval|sleep|delay)$/]',
          'CallExpression[callee.property.name=/^(setTimeout|setInterval)$/]:not([callee.object.name=/^(jest|test)$/])',
          "CallExpression[callee.property.name='waitForTimeout']",
          'ImportDeclaration[source.value=/timers.promises$/]',
        ].map((selector) => ({
          selector,
          message:
            'A fixed wait is too short on a busy machine and too long on any other: wait for what must happen with until() of tests/until.ts. Where time itself is tested, lapse() of the same file takes the reason.',
        })),
      ],
    },
  },
]);
