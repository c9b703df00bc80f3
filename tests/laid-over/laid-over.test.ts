import fc from 'fast-check';

import { type Answers, answersOf, type Asking } from './answers';
import { check, LONG, RUNS, SEED } from '../metamorphic/check';
import { anEra, helpdesks } from '../oracle/generate';
import { edited, edits } from './edits';
import { deriveWhole, howBy, layOver, openDuckDb, readRows } from './facts';
import { touchedBetween } from './touched';

const DAY = 86_400_000;

/** A helpdesk, another that lends its rows, and edits in steps. */
const drawn = anEra.chain((era) =>
  fc.record({
    era: fc.constant(era),
    generated: helpdesks(era),
    donor: helpdesks(era),
    steps: fc.array(edits, { minLength: 2, maxLength: 3 }),
    picks: fc.array(fc.nat({ max: 1_000 }), { minLength: 40, maxLength: 40 }),
  })
);

/** The questions that two sets of facts answer differently, with both answers. */
function differences(laid: Answers, whole: Answers): string[] {
  return [...whole]
    .filter(([question, text]) => laid.get(question) !== text)
    .map(([question, text]) => `${question}\n  laid over: ${laid.get(question)}\n  derived:   ${text}`);
}

it(
  `facts laid over others answer as facts all derived anew (METAMORPHIC_SEED=${SEED} repeats this run)`,
  async () => {
    let laidOver = 0;
    await check(drawn, async ({ era, generated, donor, steps, picks }) => {
      const { anchor } = era;
      const how = howBy(generated.settings, anchor + 3 * DAY);
      const asking = (step: number): Asking => ({
        part: picks[0] + step,
        picks,
        context: {
          fromMs: anchor - 30 * DAY,
          toMs: anchor + 30 * DAY,
          nowMs: anchor + 3 * DAY,
          timeZone: era.zone,
          weekStart: 'monday',
          topBox: {},
          defaultCalendar: null,
          alert: false,
        },
      });
      const connection = await openDuckDb();
      try {
        let helpdesk = generated.helpdesk;
        let base = await deriveWhole(connection, await readRows(connection, helpdesk, 'rows0'), 'whole0', how);
        let former: string | null = null;
        for (const [i, list] of steps.entries()) {
          const next = edited(helpdesk, donor.helpdesk, list, i);
          const rows = await readRows(connection, next, `rows${i + 1}`);
          const whole = await deriveWhole(connection, rows, `whole${i + 1}`, how);
          const name = `laid${i + 1}`;
          const laid = await layOver(connection, { rows, base, former, name }, touchedBetween(helpdesk, next), how);
          if (laid.kind === 'laid') {
            laidOver++;
            const found = differences(await answersOf(connection, `${name}.main`, asking(i)), await answersOf(connection, whole, asking(i)));
            expect([i, JSON.stringify(list), ...found].slice(0, 3)).toEqual([i, JSON.stringify(list)]);
            former = name;
          } else {
            [base, former] = [whole, null];
          }
          helpdesk = next;
        }
      } finally {
        connection.closeSync();
      }
    });
    // of facts that are all derived anew nothing is proved
    expect(laidOver).toBeGreaterThan(RUNS / 2);
  },
  LONG
);
