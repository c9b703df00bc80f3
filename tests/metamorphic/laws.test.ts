import fc from 'fast-check';

import type { PluginClient } from '../../tools/door/client';
import { type Built, openBuilt } from '../built';
import { anEra, type Generated, helpdesks } from '../oracle/generate';
import { type Range, withDesk } from './generated-desk';
import { LAWS } from './laws';
import { longerWaits, withSplits } from './splitting';

/** Answers that must fit together, whatever the helpdesk: no oracle is needed to see that they do not. */
const RUNS = Number(process.env.METAMORPHIC_RUNS ?? 4);
const SEED = Number(process.env.METAMORPHIC_SEED ?? (process.env.CI ? 20_260_328 : Date.now() % 1_000_000_000));
const [HOUR, DAY] = [3_600_000, 86_400_000];

/** Generated helpdesks, with days around what they hold. */
const drawn = anEra.chain((era) => helpdesks(era).map((generated) => ({ generated, range: { fromMs: era.anchor - 60 * DAY, toMs: era.anchor + 100 * DAY } })));

/** Runs a property over generated helpdesks; a failure says the seed and what was found. */
async function holds(property: (generated: Generated, range: Range) => Promise<readonly string[]>): Promise<void> {
  const checked = fc.asyncProperty(drawn, async ({ generated, range }) => {
    expect(await property(generated, range)).toEqual([]);
  });
  await fc.assert(checked, {
    seed: SEED,
    numRuns: RUNS,
    endOnFailure: true,
    // a whole helpdesk would drown what differs
    reporter: ({ failed, errorInstance, seed }) => {
      if (failed) {
        throw new Error(`METAMORPHIC_SEED=${seed}: ${errorInstance instanceof Error ? errorInstance.message : String(errorInstance)}`);
      }
    },
  });
}

describe('of any helpdesk', () => {
  let built: Built;
  let client: PluginClient;
  beforeAll(async () => {
    built = openBuilt();
    client = await built.start({ uid: 'none', jsonData: {} });
  }, 120_000);
  afterAll(() => built.close());

  it(
    `the answers obey the laws between them (METAMORPHIC_SEED=${SEED} repeats this run)`,
    () =>
      holds((generated, range) =>
        withDesk(built, client, generated, async (ask) => {
          const found: string[] = [];
          for (const [sentence, law] of Object.entries(LAWS)) {
            found.push(...(await law(ask, range)).map((what) => `${sentence}: ${what}`));
          }
          return found;
        })
      ),
    300_000
  );

  it(
    'a close in the middle never makes a wait longer',
    () =>
      holds((generated) =>
        withDesk(built, client, generated, (whole) =>
          withDesk(built, client, { ...generated, helpdesk: withSplits(generated.helpdesk, 5 * HOUR) }, (split) => longerWaits(whole, split))
        )
      ),
    300_000
  );
});
