/** A tool that says whether the code is as it has to be: a script below node_modules (or here), and its arguments. */
export interface Check {
  readonly script: string;
  readonly args: readonly string[];
  /** What to run to see all of it, or to mend it. */
  readonly mend: string;
}

/** Everything that is checked besides the tests. */
export const CHECKS = {
  types: {
    script: 'node_modules/typescript/bin/tsc',
    args: ['--noEmit', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/check.tsbuildinfo'],
    mend: 'npm run typecheck',
  },
  lint: { script: 'node_modules/eslint/bin/eslint.js', args: ['--cache', '.'], mend: 'npm run lint' },
  format: { script: 'node_modules/prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'], mend: 'npm run format' },
  circles: {
    script: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    args: [
      '--output-type',
      'err-long',
      'src',
      'demo',
      'bench',
      'scripts',
      'tests',
      'tools',
      'dashboards/src',
      'provisioning/src',
      'preview/src',
      'preview/server',
    ],
    mend: 'npm run check -- circles',
  },
  generated: { script: 'node_modules/tsx/dist/cli.mjs', args: ['scripts/generate.ts', '--check'], mend: 'npm run generate' },
} as const satisfies Readonly<Record<string, Check>>;

/** The name of a check. */
export type CheckName = keyof typeof CHECKS;

/** The names of all checks, in the order in which they are run. */
export const CHECK_NAMES = Object.keys(CHECKS) as CheckName[];
