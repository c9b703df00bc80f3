import { parseArgs } from 'node:util';

import { inWords } from '../src/backend/app/answers/freshness';
import { SETTING_DEFAULTS } from '../src/shared/setting-defaults';
import type { DecodedFrame } from '../tools/door/decode';
import { ruleText, seenByRule } from './lib/as-a-rule';
import { localText } from './lib/local-text';
import type { Refreshed } from './lib/refreshed';
import { inUnit, table } from './lib/terminal';
import { instantOf } from './lib/time-words';
import { withHelpdesk } from './lib/with-helpdesk';
import { writtenSettings } from './lib/written-settings';

const USAGE = `npm run query -- '<query JSON>' [--from now-30d] [--to now] [--settings file.json] [--format table|json] [--alert]
  for example: npm run query -- '{"metric": "time_to_first_response", "view": "totals", "groupBy": ["team"]}'
  the settings file is the data source's jsonData, with its secrets under "secureJsonData"; the demo helpdesk where not given
  --alert asks as an alert rule does, and shows what the rule would see`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      from: { type: 'string', default: 'now-30d' },
      to: { type: 'string', default: 'now' },
      settings: { type: 'string' },
      format: { type: 'string', default: 'table' },
      alert: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  const [json] = positionals;
  if (!json || values.help || !['table', 'json'].includes(values.format)) {
    console.error(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const now = Date.now();
  const settings = await writtenSettings(values.settings);
  const zone = zoneOf(json) ?? settings.timeZone ?? SETTING_DEFAULTS.timeZone;
  const [fromMs, toMs] = [instantOf(values.from, now, zone), instantOf(values.to, now, zone)];
  await withHelpdesk(settings, async (client, read) => {
    console.error(stateText(read, zone));
    if (read.checkedAt === null) {
      process.exitCode = 1;
      return;
    }
    const answer = (await client.query([{ refId: 'A', json, fromMs, toMs }], { fromAlert: values.alert })).get('A');
    const { error, frames } = answer ?? { error: 'No answer.', frames: [] };
    process.exitCode = error ? 1 : 0;
    if (values.format === 'json') {
      console.log(JSON.stringify(error ? { error } : frames, null, 2));
    } else if (values.alert) {
      console.log(ruleText(seenByRule({ error, frames })));
    } else if (error) {
      console.error(error);
    } else {
      frames.forEach((frame) => print(frame, zone));
    }
  });
}

/** How old what is read is, and what its times mean. */
function stateText({ checkedAt, failure }: Refreshed, zone: string): string {
  const failed = failure === null ? [] : [`The refresh failed: ${failure}`];
  const read = checkedAt === null ? [] : [`Read ${inWords(Date.now() - checkedAt)} ago, at ${localText(checkedAt, zone)}. Times are those of ${zone}.`];
  return [...failed, ...read].join('\n');
}

/** The time zone that a query names. What is wrong with it, the backend says. */
function zoneOf(json: string): string | undefined {
  try {
    const { timeZone } = JSON.parse(json) as { timeZone?: string };
    return timeZone === undefined || localText(0, timeZone) === '' ? undefined : timeZone;
  } catch {
    return undefined;
  }
}

function print(frame: DecodedFrame, zone: string): void {
  for (const { text } of frame.meta.notices ?? []) {
    console.log(`note: ${text}`);
  }
  console.log(`\n${frame.name}${frame.fields.length === 0 ? ': no data' : ''}`);
  if (frame.fields.length > 0) {
    const rows = Array.from({ length: frame.rows }, (_, row) =>
      frame.fields.map(({ type, values, config }) => {
        const value = values[row];
        return type === 'time' && typeof value === 'number' ? localText(value, zone) : inUnit(value, config.unit as string | undefined);
      })
    );
    console.log(
      table(
        frame.fields.map(({ name, config }) => String(config.displayName ?? config.displayNameFromDS ?? name)),
        rows,
        new Set(frame.fields.flatMap(({ type }, i) => (type === 'number' ? [i] : [])))
      )
    );
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
