import { parseArgs } from 'node:util';

import { progress } from '../../scripts/lib/terminal';
import { KILLERS } from './killers';
import { faultTold, figuresTold, verdicts } from './report';
import { fuzz } from './run';
import { makeWorld } from './world';

const USAGE = `npm run fuzz -- [--inputs 100000] [--seed <number>] [--only <number of a case>] [--lanes 6] [--tickets 2000] [--no-killers]
  sends hostile inputs to the built backend through its own gRPC door: first those that once broke it, then random ones, all found again by the seed`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      inputs: { type: 'string', default: '100000' },
      seed: { type: 'string' },
      only: { type: 'string' },
      lanes: { type: 'string', default: '6' },
      tickets: { type: 'string', default: '2000' },
      'no-killers': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const [inputs, lanes, tickets] = [values.inputs, values.lanes, values.tickets].map((text) => Number(text.replaceAll('_', '')));
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const only = values.only === undefined ? null : Number(values.only);
  if (values.help || ![inputs, lanes, tickets, seed, only ?? 0].every((one) => Number.isInteger(one) && one >= 0) || lanes < 1 || tickets < 1) {
    console.error(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  progress.show(`Building the backend and a helpdesk of ${tickets.toLocaleString('en')} tickets`);
  const world = await makeWorld(tickets);
  try {
    const outcome = await fuzz(world, {
      inputs,
      seed,
      lanes,
      only,
      first: only === null && !values['no-killers'] ? KILLERS : [],
      isTimed: true,
      say: (line) => progress.show(line),
      found: (one) => console.log(faultTold(one, seed)),
    });
    progress.end();
    console.log(figuresTold(outcome, seed));
    process.exitCode = outcome.found.length === 0 && verdicts(outcome).every(({ isMet }) => isMet) ? 0 : 1;
  } finally {
    world.remove();
  }
}

main().catch((error: unknown) => {
  progress.end();
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
