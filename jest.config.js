// Bucket edges and calendars must never depend on the machine's own time zone.
process.env.TZ = 'UTC';

const grafana = require('./.config/jest.config');
const { grafanaESModules, nodeModulesToTransform } = require('./.config/jest/utils');

const swc = [
  '@swc/jest',
  { sourceMaps: 'inline', jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } } },
];
// `npm run test:quick` leaves out the files that take long: *.slow.test.ts.
const ignored = ['/node_modules/', '<rootDir>/dist/', ...(process.env.HELPDESK_QUICK ? ['\\.slow\\.test\\.ts$'] : [])];

// what waits more than it works: for databases that stall or come back, for processes to be given up
const waiting = [
  'tests/faults/(increments-under-faults|network|server|stores|tables)\\.slow\\.test\\.ts$',
  'src/backend/sources/connections/(mysql|postgres)/stalls\\.test\\.ts$',
  'src/backend/host/watchdog\\.test\\.ts$',
];
const backend = {
  rootDir: __dirname,
  testEnvironment: 'node',
  globalSetup: '<rootDir>/tests/share.ts',
  setupFiles: ['<rootDir>/jest-seed.js'],
  // the preview's own packages hold second copies of ours
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/preview/(node_modules|dist)/'],
  transform: { '^.+\\.[cm]?[tj]sx?$': swc },
  // these ship nothing but ES modules
  transformIgnorePatterns: ['/node_modules/(?!(sql-template-tag|temporal-polyfill|temporal-utils|@faker-js|@bsull)/)'],
};

module.exports = {
  // more runs at once than there are cores, beside whatever else the machine does
  testTimeout: 30_000,
  testSequencer: '<rootDir>/jest-sequencer.js',
  projects: [
    {
      ...grafana,
      displayName: 'frontend',
      rootDir: __dirname,
      testMatch: ['<rootDir>/src/frontend/**/*.test.{ts,tsx}', '<rootDir>/src/module.test.ts'],
      testPathIgnorePatterns: ignored,
      // the preview's own packages hold second copies of ours
      modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/preview/(node_modules|dist)/'],
      // d3 ships .mjs; some of Grafana's dependencies ship nothing but ES modules.
      transform: { '^.+\\.[cm]?[tj]sx?$': swc },
      transformIgnorePatterns: [nodeModulesToTransform([...grafanaESModules, '@react-hookz', '@ver0'])],
      moduleNameMapper: { ...grafana.moduleNameMapper, '^react-dom/server$': 'react-dom/server.node' },
    },
    {
      ...backend,
      displayName: 'backend',
      testMatch: [
        '<rootDir>/src/{shared,backend}/**/*.test.ts',
        '<rootDir>/{demo,bench,scripts,tools}/**/*.test.ts',
        '<rootDir>/dashboards/src/**/*.test.ts',
        '<rootDir>/tests/**/*.test.ts',
        '<rootDir>/preview/server/**/*.test.ts',
      ],
      testPathIgnorePatterns: [...ignored, ...waiting, '<rootDir>/tests/(grafana|e2e)/'],
    },
    // `npm test` runs these beside the others: scripts/test.ts
    { ...backend, displayName: 'waiting', testRegex: waiting, testPathIgnorePatterns: ignored },
  ],
};
