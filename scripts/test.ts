import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// `npm test` [-- jest's own options], `npm run test:quick`: jest, then one line with the real counts.
const root = join(__dirname, '..');
const given = process.argv.slice(2);
const quick = given.includes('--quick');
const report = join(mkdtempSync(join(tmpdir(), 'helpdesk-metrics-')), 'report.json');
const jest = spawnSync(
  process.execPath,
  [join(root, 'node_modules/jest/bin/jest.js'), '--maxWorkers=2', '--json', `--outputFile=${report}`, ...given.filter((one) => one !== '--quick')],
  // jest prints the JSON that it also writes to the file: people read stderr
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...(quick ? { HELPDESK_QUICK: '1' } : {}) } }
);

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  numPendingTests: number;
}
const counts = (() => {
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as Report;
  } catch {
    return null;
  }
})();
const passed = counts?.numPassedTests ?? 0;
// a file that could not even run is a failure, not a silence
const failed = (counts?.numFailedTests ?? 1) + (counts?.numRuntimeErrorTestSuites ?? 0);
if (counts && counts.numPendingTests > 0) {
  console.log(`${counts.numPendingTests} skipped: each says why in its name.`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(jest.status === 0 && passed > 0 && failed === 0 ? 0 : 1);
