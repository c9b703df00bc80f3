import { defineConfig } from 'eslint/config';

import baseConfig from './.config/eslint.config.mjs';

/** `files` may not import what matches `patterns`: the arrows of the design go one way. */
const direction = (files, patterns, message) => ({
  files, ignores: ['**/*.test.{ts,tsx}'],
  rules: { 'no-restricted-imports': ['error', { patterns: patterns.map((regex) => ({ regex, message })) }] },
});

const backendParts = (...allowed) => {
  const parts = ['app', 'host', 'sources', 'store', 'engines', 'query', 'frames', 'calendar', 'canonical', 'analysis'].filter((part) => !allowed.includes(part));
  return `(^|/)(${parts.join('|')})/`;
};

export default defineConfig([
  { ignores: ['**/node_modules/', '**/dist/', '**/coverage', 'src/backend/host/gen/', 'test-results/', 'playwright-report/', '.demo/', '.store/', '.config/'] },
  ...baseConfig,
  {
    files: ['**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-explicit-any': 'error', '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }], 'react/react-in-jsx-scope': 'off' },
  },
  // scripts, benches and the terminal report speak to people on stdout
  { files: ['scripts/**', 'bench/**', 'demo/**', 'tests/**', 'src/backend/host/quiet.ts'], rules: { 'no-console': 'off' } },
  direction(['src/shared/**/*.ts'], ['/(backend|frontend)/', '^node:', '^react', '^@grafana/'], 'src/shared is what both sides speak: no backend, no frontend, no Node, no React.'),
  direction(['src/frontend/**/*.{ts,tsx}', 'src/module.ts'], ['/backend/', '^node:'], 'The frontend speaks to the backend through Grafana only.'),
  direction(['src/backend/**/*.ts'], ['/frontend/', '^react', '^@grafana/'], 'The backend knows nothing of the browser.'),
  direction(['src/backend/calendar/**/*.ts', 'src/backend/canonical/**/*.ts'], ['/frontend/', backendParts('calendar', 'canonical')], 'Calendars and canonical tables know no other part of the backend.'),
  direction(['src/backend/query/**/*.ts'], ['/frontend/', '^node:', '^@duckdb/', backendParts('query', 'calendar')], 'src/backend/query is pure: no store, engine, source or host.'),
  direction(['src/backend/sources/**/*.ts'], ['/frontend/', backendParts('sources', 'canonical', 'calendar')], 'A source fills canonical tables and knows nothing after them.'),
  direction(['src/backend/store/**/*.ts'], ['/frontend/', '/(host|app)/(?!logger)', backendParts('store', 'sources', 'canonical', 'calendar', 'engines', 'host', 'app')], 'The store knows nothing of queries and frames.'),
  direction(['src/backend/frames/**/*.ts'], ['/frontend/', backendParts('frames', 'query')], 'Frames are made of answers.'),
]);
