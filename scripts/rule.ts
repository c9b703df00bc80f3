import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { nearest } from '../src/shared/nearest';
import { SETTING_DEFAULTS } from '../src/shared/setting-defaults';
import { localText } from './lib/local-text';
import { promDurationMs } from './lib/rule/duration';
import { replay } from './lib/rule/replay';
import { ReplayError } from './lib/rule/replay-error';
import { replayable } from './lib/rule/replayable';
import { replayText } from './lib/rule/report';
import type { Rule } from './lib/rule/rule';
import { readRuleFile } from './lib/rule/rule-file';
import { progress } from './lib/terminal';
import { instantOf } from './lib/time-words';
import { withHelpdesk } from './lib/with-helpdesk';
import { writtenSettings } from './lib/written-settings';

const USAGE = `npm run rule -- <file> [--back 90d] [--to now] [--rule <title or uid>] [--every 1h] [--settings file.json] [--format text|json]
  says how often, for how long and for whom Grafana's alert rules in a YAML file would have fired: each is evaluated as of every instant of the past at which Grafana would have
  for example: npm run rule -- provisioning/alerting/helpdesk-rules.yaml --back 30d --rule "Many customers waiting"
  the settings file is the data source's jsonData, with its secrets under "secureJsonData"; the demo helpdesk where not given
  --every evaluates less often than the file says: quicker, and blind to what was shorter`;

/** Rules that the past can be asked about; what of a whole file cannot is said on stderr. */
function rulesOf(file: string, wanted: string | undefined): readonly Rule[] {
  const written = readRuleFile(readFileSync(file, 'utf8')).flatMap((group) => group.rules.map((rule) => ({ rule, group })));
  const chosen = wanted === undefined ? written : written.filter(({ rule: { title, uid } }) => title === wanted || uid === wanted);
  if (wanted !== undefined && chosen.length === 0) {
    const titles = written.map(({ rule }) => rule.title);
    const near = nearest(
      wanted,
      written.flatMap(({ rule: { title, uid } }) => [title, uid])
    );
    throw new ReplayError(`There is no rule "${wanted}".${near ? ` Did you mean "${near}"?` : ` There are ${titles.join('; ')}.`}`);
  }
  return chosen.flatMap(({ rule, group }) => {
    const replayed = replayable(rule, group);
    if (replayed === null) {
      console.error(`“${rule.title}” is left out: it asks how old the data is, and of the past nothing says how old the data was.`);
    }
    return replayed ?? [];
  });
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      back: { type: 'string', default: '90d' },
      to: { type: 'string', default: 'now' },
      rule: { type: 'string' },
      every: { type: 'string' },
      settings: { type: 'string' },
      format: { type: 'string', default: 'text' },
      help: { type: 'boolean' },
    },
  });
  const [file] = positionals;
  const [backMs, everyMs] = [promDurationMs(values.back), values.every === undefined ? 0 : promDurationMs(values.every)];
  if (!file || values.help || !backMs || everyMs === null || !['text', 'json'].includes(values.format)) {
    console.error(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const rules = rulesOf(file, values.rule).map((rule) => ({ ...rule, intervalMs: Math.max(rule.intervalMs, everyMs) }));
  if (rules.length === 0) {
    process.exitCode = 1;
    return;
  }
  const settings = await writtenSettings(values.settings);
  // how old the data is now says nothing of the past
  await withHelpdesk({ ...settings, maxAge: '10000d' }, async (client, { checkedAt, failure }) => {
    if (failure !== null || checkedAt === null) {
      console.error(failure === null ? 'The helpdesk was never read.' : `The refresh failed: ${failure}`);
    }
    if (checkedAt === null) {
      process.exitCode = 1;
      return;
    }
    const zone = settings.timeZone ?? SETTING_DEFAULTS.timeZone;
    const toMs = Math.min(instantOf(values.to, Date.now(), zone), checkedAt);
    const past = { fromMs: toMs - backMs, toMs };
    const replayed = await replay(client, rules, past, eta());
    progress.end();
    if (values.format === 'json') {
      console.log(JSON.stringify({ ...past, rules: replayed.map(({ rule: { uid, title }, ...found }) => ({ uid, title, ...found })) }, null, 2));
      return;
    }
    console.log(`Times are those of ${zone}; the helpdesk was read at ${localText(checkedAt, zone)}.\n`);
    console.log(replayed.map((one) => replayText(one, past, zone)).join('\n\n'));
    console.log(`\n${EXACTNESS}`);
  });
}

const EXACTNESS = `How exact this is: every query was asked as of each instant, so what happened later is not in it. What was edited or deleted since is seen as it is
now. Grafana would have known each thing up to a refreshInterval later, and evaluates somewhere within the interval. More: docs/alerting.md`;

/** Tells how far a replay is, and how long the rest takes. */
function eta(): (done: number, all: number) => void {
  const began = performance.now();
  return (done, all) => {
    const left = ((performance.now() - began) / 1000 / done) * (all - done);
    const time = left < 90 ? `${Math.ceil(left)} s` : `${Math.ceil(left / 60)} min`;
    progress.show(`Evaluated ${done.toLocaleString('en')} of ${all.toLocaleString('en')}, about ${time} left`);
  };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
