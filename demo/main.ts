import { DEFAULTS, ensureDemo, instantOf } from './ensure';
import { makeMysql, makePostgres } from './make';
import { type Options, readOptions, USAGE } from './options';
import { planOf } from './plan';
import { ProgressLine } from './progress';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const progress = new ProgressLine();
  const started = performance.now();
  const said = await run(options, (line) => progress.show(line));
  progress.end();
  console.log(`${said} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}

async function run({ out, postgres, mysql, schema, layout, force, ...wanted }: Options, onProgress: (line: string) => void): Promise<string> {
  const { tickets = DEFAULTS.tickets, seed = DEFAULTS.seed, months = DEFAULTS.months, end } = wanted;
  const plan = planOf({ tickets, seed, months, end: end === undefined ? Date.now() : instantOf(end) });
  if (mysql !== null) {
    await makeMysql({ url: mysql, layout, replace: force }, plan, onProgress);
    return `Filled the database with ${tickets.toLocaleString('en')} tickets`;
  }
  if (postgres !== null) {
    await makePostgres({ url: postgres, schema, layout, replace: force }, plan, onProgress);
    return `Filled the schema ${schema} with ${tickets.toLocaleString('en')} tickets`;
  }
  const { made } = await ensureDemo({ ...wanted, dir: out, force, onProgress });
  return made ? `Made the demo helpdesk in ${out}` : `The demo helpdesk is there: ${out} (--force makes it again)`;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
