import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { suggestion } from '../src/shared/nearest';
import { CHECK_NAMES, type CheckName, CHECKS } from './lib/checks';
import { checkedLine, runChecks } from './lib/run-checks';

const USAGE = `npm run check                   whether the code is as it has to be: ${CHECK_NAMES.join(', ')}
npm run check -- types lint     those alone`;

/** The checks that somebody named; all where nobody did. */
function chosen(names: readonly string[]): readonly CheckName[] {
  const wrong = names.find((name) => !(name in CHECKS));
  if (wrong !== undefined) {
    throw new Error(`There is no check "${wrong}".${suggestion(wrong, CHECK_NAMES)} There are: ${CHECK_NAMES.join(', ')}.`);
  }
  return names.length > 0 ? (names as CheckName[]) : CHECK_NAMES;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const names = chosen(positionals);
  const done = await runChecks(Object.fromEntries(names.map((name) => [name, CHECKS[name]])), join(__dirname, '..'), (checked) =>
    console.log(checkedLine(checked))
  );
  process.exitCode = done.every(({ isWell }) => isWell) ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
