import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import type { DecodedFrame } from '../tools/door/decode';
import type { SettingsInput } from '../src/shared/settings';
import { ensureDemo } from '../demo/ensure';
import { build, DEMO_FOLDER, demoSettings, startBackend } from './lib/backend';
import { inUnit, progress, table } from './lib/terminal';
import { instantOf } from './lib/time-words';

const USAGE = `npm run query -- '<query JSON>' [--from now-30d] [--to now] [--settings file.json] [--format table|json]
  for example: npm run query -- '{"metric": "time_to_first_response", "view": "totals", "groupBy": ["team"]}'
  the settings file is the data source's jsonData, with its secrets under "secureJsonData"; the demo helpdesk where not given`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      from: { type: 'string', default: 'now-30d' },
      to: { type: 'string', default: 'now' },
      settings: { type: 'string' },
      format: { type: 'string', default: 'table' },
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
  const [fromMs, toMs] = [instantOf(values.from, now), instantOf(values.to, now)];
  const { secureJsonData = {}, ...settings } = values.settings
    ? (JSON.parse(readFileSync(values.settings, 'utf8')) as SettingsInput & { secureJsonData?: Record<string, string> })
    : { ...(await demo()) };
  build(false);
  const client = await startBackend(settings, secureJsonData);
  try {
    const answer = (await client.query([{ refId: 'A', json, fromMs, toMs }])).get('A');
    if (!answer || answer.error) {
      console.error(answer?.error ?? 'No answer.');
      process.exitCode = 1;
    } else if (values.format === 'json') {
      console.log(JSON.stringify(answer.frames, null, 2));
    } else {
      answer.frames.forEach(print);
    }
  } finally {
    await client.stop();
  }
}

async function demo(): Promise<SettingsInput & { secureJsonData?: Record<string, string> }> {
  await ensureDemo({ dir: DEMO_FOLDER, onProgress: (line: string) => progress.show(line) });
  progress.end();
  return demoSettings();
}

function print(frame: DecodedFrame): void {
  for (const { text } of frame.meta.notices ?? []) {
    console.log(`note: ${text}`);
  }
  console.log(`\n${frame.name}${frame.fields.length === 0 ? ': no data' : ''}`);
  if (frame.fields.length > 0) {
    const rows = Array.from({ length: frame.rows }, (_, row) =>
      frame.fields.map(({ type, values, config }) => {
        const value = values[row];
        return type === 'time' && typeof value === 'number'
          ? new Date(value).toISOString().replace('T', ' ').slice(0, 16)
          : inUnit(value, config.unit as string | undefined);
      })
    );
    console.log(
      table(
        frame.fields.map(({ name, config }) => String(config.displayName ?? name)),
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
