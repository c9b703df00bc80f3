const { existsSync } = require('node:fs');
const { join, relative } = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

// The files that take longest, in seconds on a quiet machine: a fresh clone has not measured any, and one that begins last ends alone.
const SECONDS = {
  'tests/definitions/definitions.test.ts': 76,
  'tests/oracle/oracle.test.ts': 70,
  'tests/laid-over/door.slow.test.ts': 61,
  'tests/package.slow.test.ts': 48,
  'tests/field/field.test.ts': 45,
  'tests/laid-over/laid-over.test.ts': 44,
  'tests/field/imports.test.ts': 41,
  'src/backend/store/rows/increments-postgres.test.ts': 37,
  'tests/fuzz/fuzz.slow.test.ts': 35,
  'src/backend/store/store-processes.slow.test.ts': 32,
  'tests/provisioning/replay.slow.test.ts': 31,
  'tests/metamorphic/laws.test.ts': 30,
  'tests/sources-agree.test.ts': 28,
  'src/backend/store/rows/increments-mariadb.test.ts': 24,
  'tests/helpdesks/zammad/demo.test.ts': 21,
  'tests/access/surveys.test.ts': 21,
  'tests/helpdesks/zendesk-fivetran/increments.test.ts': 20,
  'tests/helpdesks/zammad/refresh.test.ts': 20,
  'tests/laid-over/store.test.ts': 19,
};

const gone = Object.keys(SECONDS).filter((file) => !existsSync(join(__dirname, file)));
if (gone.length > 0) {
  throw new Error(`jest-sequencer.js says how long ${gone.join(', ')} takes, which is not there.`);
}

const secondsOf = ({ path }) => SECONDS[relative(__dirname, path)] ?? 0;

/** The longest first, then as jest would. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => secondsOf(other) - secondsOf(one));
  }
};
