import { parseArgs } from 'node:util';

import { type Found, sourceReport, toMend } from './lib/source-report';
import { withHelpdesk } from './lib/with-helpdesk';
import { writtenSettings } from './lib/written-settings';

const USAGE = `npm run check-source -- --settings file.json
  reads the helpdesk once, and says what is missing, contradictory or suspicious in it, as “Save & test” does: docs/your-own-database.md
  the settings file is the data source's jsonData, with its secrets under "secureJsonData"`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { settings: { type: 'string' }, help: { type: 'boolean' } } });
  if (!values.settings || values.help) {
    console.error(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  await withHelpdesk(await writtenSettings(values.settings), async (client, { failure }) => {
    if (failure !== null) {
      console.error(`The helpdesk cannot be read:\n${failure}`);
      process.exitCode = 1;
      return;
    }
    const { ok, message, details } = await client.health();
    const found = details as Found & { readonly tables?: object };
    // what is wrong with the settings stands in the message
    console.log(ok ? sourceReport(found, Object.keys(found.tables ?? {})) : message);
    process.exitCode = ok && toMend(found) === 0 ? 0 : 1;
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
