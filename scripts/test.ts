import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { CHECKS } from './lib/checks';
import { findChromium, INSTALL_CHROMIUM } from './lib/chromium';
import { checkedLine, runChecks } from './lib/run-checks';

// `npm test`, `npm run test:quick`, `npm test -- <jest's own options>`: the checks and the tests, then one line with the real counts.
const root = join(__dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'helpdesk-metrics-'));

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Runs a tool that writes a report; people read stderr, and only the counts are on stdout. */
async function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv, stdout: 'ignore' | 2 = 2): Promise<boolean> {
  const child = spawn(process.execPath, [join(root, script), ...args], { cwd: root, stdio: ['ignore', stdout, 'inherit'], env: { ...process.env, ...env } });
  const [status] = (await once(child, 'close')) as [number | null];
  return status === 0;
}

function read<Report>(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}

/** A tool that failed without a failed test has failed all the same. */
function counted(isWell: boolean, counts: Counts | null): Counts {
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 };
  return { passed, failed: failed === 0 && (!isWell || counts === null) ? 1 : failed, skipped };
}

/** What `npm run check` runs: each check counts as a test. */
async function checks(): Promise<Counts> {
  const done = await runChecks(CHECKS, root, (checked) => console.error(checkedLine(checked)));
  const passed = done.filter(({ isWell }) => isWell).length;
  return { passed, failed: done.length - passed, skipped: 0 };
}

/** One run of jest; `name` is that of its report. */
async function jest(name: string, isQuick: boolean, options: readonly string[]): Promise<Counts> {
  const file = join(reports, `${name}.json`);
  const isWell = await run('node_modules/jest/bin/jest.js', ['--json', `--outputFile=${file}`, ...options], isQuick ? { HELPDESK_QUICK: '1' } : {}, 'ignore');
  const report = read<{ numPassedTests: number; numFailedTests: number; numRuntimeErrorTestSuites: number; numPendingTests: number }>(file);
  // a file that could not even run is a failure, not a silence
  return counted(
    isWell,
    report && { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites, skipped: report.numPendingTests }
  );
}

/** A worker a core; the files that wait most of their time have a third, which leaves the cores to the others. */
function unitTests(isQuick: boolean, options: readonly string[]): Promise<readonly Counts[]> {
  const working = jest('working', isQuick, ['--maxWorkers=2', ...(options.length > 0 ? options : ['--ignoreProjects=waiting'])]);
  return Promise.all([working, ...(options.length > 0 ? [] : [jest('waiting', isQuick, ['--maxWorkers=1', '--selectProjects=waiting'])])]);
}

/** The dashboards and editors in a browser, and those of a real Grafana where GRAFANA_URL is set. */
async function browserTests(): Promise<Counts> {
  if (findChromium() === null) {
    const isCi = Boolean(process.env.CI);
    console.log(`Browser tests ${isCi ? 'cannot run' : 'skipped'}: there is no Chromium on this machine; ${INSTALL_CHROMIUM}.`);
    return { passed: 0, failed: isCi ? 1 : 0, skipped: isCi ? 0 : 1 };
  }
  const file = join(reports, 'playwright.json');
  const isWell = await run('node_modules/@playwright/test/cli.js', ['test'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const report = read<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number }; errors: readonly unknown[] }>(file);
  if (report && report.stats.flaky > 0) {
    console.log(`${report.stats.flaky} browser tests passed only when tried again.`);
  }
  return counted(isWell, report && { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected, skipped: report.stats.skipped });
}

async function main(): Promise<void> {
  const given = process.argv.slice(2);
  const isQuick = given.includes('--quick');
  const options = given.filter((one) => one !== '--quick');
  const isAll = !isQuick && options.length === 0;
  const all = [...(isAll ? [await checks()] : []), ...(await unitTests(isQuick, options)), ...(isAll ? [await browserTests()] : [])];
  const sum = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0);
  if (sum('skipped') > 0) {
    console.log(`${sum('skipped')} skipped: each says why.`);
  }
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exit(sum('passed') > 0 && sum('failed') === 0 ? 0 : 1);
}

void main();
