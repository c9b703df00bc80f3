import fc from 'fast-check';

import type { PluginClient } from '../../tools/door/client';
import { type Built, openBuilt } from '../built';

/** How many helpdesks are drawn (METAMORPHIC_RUNS), and the seed that repeats a run (METAMORPHIC_SEED). */
export const RUNS = Number(process.env.METAMORPHIC_RUNS ?? 4);
export const SEED = Number(process.env.METAMORPHIC_SEED ?? (process.env.CI ? 20_260_328 : Date.now() % 1_000_000_000));

/** How long one property may take, in milliseconds. */
export const LONG = 300_000;

/** The built backend, started for a file's tests and stopped after them. */
export function theBackend(): { readonly built: () => Built; readonly client: () => PluginClient } {
  let built: Built;
  let client: PluginClient;
  beforeAll(async () => {
    built = openBuilt();
    client = await built.start({ uid: 'none', jsonData: {} });
  }, 120_000);
  afterAll(() => built.close());
  return { built: () => built, client: () => client };
}

/** Checks a property over whatever is drawn; a failure says the seed and what differs, not the helpdesk, in which that would drown. */
export async function check<Drawn>(drawn: fc.Arbitrary<Drawn>, property: (one: Drawn) => Promise<void>): Promise<void> {
  await fc.assert(fc.asyncProperty(drawn, property), {
    seed: SEED,
    numRuns: RUNS,
    endOnFailure: true,
    reporter: ({ failed, errorInstance, seed }) => {
      if (failed) {
        throw new Error(`METAMORPHIC_SEED=${seed}: ${errorInstance instanceof Error ? errorInstance.message : String(errorInstance)}`);
      }
    },
  });
}
