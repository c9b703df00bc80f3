import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { suggestion } from '../src/shared/nearest';
import { differences, settle } from './generate/output';
import { OUTPUT_NAMES, type OutputName, OUTPUTS } from './generate/outputs';

const ROOT = join(__dirname, '..');
const USAGE = `npm run generate                    writes anew what is made from something else here, and says which files changed
npm run generate -- docs english    those alone
npm run generate -- --check         writes nothing; exit 1 where something would change

${OUTPUT_NAMES.map((name) => `${name.padEnd(14)}from ${OUTPUTS[name].from}`).join('\n')}`;

/** The outputs that somebody named; all where nobody did. */
function chosen(names: readonly string[]): readonly OutputName[] {
  const wrong = names.find((name) => !(name in OUTPUTS));
  if (wrong !== undefined) {
    throw new Error(`Nothing generated is called "${wrong}".${suggestion(wrong, OUTPUT_NAMES)} There are: ${OUTPUT_NAMES.join(', ')}.`);
  }
  return names.length > 0 ? (names as OutputName[]) : OUTPUT_NAMES;
}

function main(): void {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { check: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const found = chosen(positionals).flatMap((name) => differences(OUTPUTS[name], ROOT).map((one) => ({ ...one, name })));
  for (const { path, text, name } of found) {
    const word = text === null ? (values.check ? 'is left over' : 'removed') : values.check ? 'is not what is generated' : 'written';
    console.log(`${path} ${word}, from ${OUTPUTS[name].from}`);
  }
  if (!values.check) {
    settle(found, ROOT);
  } else if (found.length > 0) {
    process.exitCode = 1;
  }
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
