const { existsSync } = require('node:fs');
const { join, relative } = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

// The files that take longest, in seconds on a quiet machine: a fresh clone has not measured any, and one that begins last ends alone.
const SECONDS = {
  'tests/definitions/definitions.test.ts': 76,
  'tests/oracle/oracle.test.ts': 70,
  'tests/field/field.test.ts': 69,
  'tests/laid-over/door.slow.test.ts': 64,
  'tests/package.slow.test.ts': 51,
  'tests/field/imports.test.ts': 44,
  'tests/laid-over/laid-over.test.ts': 44,
  'tests/helpdesks/zammad/demo.test.ts': 43,
  'tests/fuzz/fuzz.slow.test.ts': 37,
  'src/backend/store/rows/increments-postgres.test.ts': 37,
  'tests/helpdesks/freescout/demo.test.ts': 36,
  'tests/provisioning/replay.slow.test.ts': 34,
  'tests/metamorphic/laws.test.ts': 32,
  'src/backend/store/store-processes.slow.test.ts': 32,
  'tests/sources-agree.test.ts': 28,
  'tests/access/surveys.test.ts': 24,
  'src/backend/store/rows/increments-mariadb.test.ts': 24,
  'tests/helpdesks/hubspot-fivetran/demo.test.ts': 24,
  'tests/helpdesks/zendesk-fivetran/demo.test.ts': 23,
  'tests/helpdesks/zendesk-airbyte/demo.test.ts': 22,
  'tests/helpdesks/chatwoot/demo.test.ts': 21,
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
