import { anEra, type Generated, helpdesks } from '../oracle/generate';
import { check, LONG, SEED, theBackend } from './check';
import { type Range, withDesk } from './generated-desk';
import { LAWS } from './laws';
import { longerWaits, withSplits } from './splitting';

/** Answers that must fit together, whatever the helpdesk: no oracle is needed to see that they do not. */
const [HOUR, DAY] = [3_600_000, 86_400_000];

/** Generated helpdesks, with days around what they hold. */
const drawn = anEra.chain((era) => helpdesks(era).map((generated) => ({ generated, range: { fromMs: era.anchor - 60 * DAY, toMs: era.anchor + 100 * DAY } })));

/** Holds that a property finds nothing wrong. */
const holds = (property: (generated: Generated, range: Range) => Promise<readonly string[]>) =>
  check(drawn, async ({ generated, range }) => expect(await property(generated, range)).toEqual([]));

describe('of any helpdesk', () => {
  const { built, client } = theBackend();

  it(
    `the answers obey the laws between them (METAMORPHIC_SEED=${SEED} repeats this run)`,
    () =>
      holds((generated, range) =>
        withDesk(built(), client(), generated, async (ask) => {
          const found: string[] = [];
          for (const [sentence, law] of Object.entries(LAWS)) {
            found.push(...(await law(ask, range)).map((what) => `${sentence}: ${what}`));
          }
          return found;
        })
      ),
    LONG
  );

  it(
    'a close in the middle never makes a wait longer',
    () =>
      holds((generated) =>
        withDesk(built(), client(), generated, (whole) =>
          withDesk(built(), client(), { ...generated, helpdesk: withSplits(generated.helpdesk, 5 * HOUR) }, (split) => longerWaits(whole, split))
        )
      ),
    LONG
  );
});
