import fc from 'fast-check';

import { type Answers, answersOf, type Asking } from './answers';
import { check, LONG, RUNS, SEED } from '../metamorphic/check';
import { anEra, helpdesks } from '../oracle/generate';
import { edited, edits } from './edits';
import { deriveWhole, type How, layOver, openDuckDb, readRows } from './facts';
import { keepRows } from './kept';
import { settingsOf } from './settings';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A helpdesk, another that lends its rows, and steps: edits, now and then with other settings. */
const drawn = anEra.chain((era) =>
  fc.record({
    era: fc.constant(era),
    generated: helpdesks(era),
    donor: helpdesks(era),
    settings: settingsOf(era),
    steps: fc.array(fc.record({ list: edits, settings: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: settingsOf(era) }) }), {
      minLength: 2,
      maxLength: 4,
    }),
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
    await check(drawn, async ({ era, generated, donor, settings, steps, picks }) => {
      const { anchor } = era;
      const asking = (step: number, { nowMs, defaultCalendarId: defaultCalendar }: How): Asking => ({
        part: picks[0] + step,
        picks,
        context: {
          fromMs: anchor - 30 * DAY,
          toMs: anchor + 30 * DAY,
          nowMs,
          timeZone: era.zone,
          weekStart: 'monday',
          topBox: {},
          defaultCalendar,
          alert: false,
        },
      });
      const connection = await openDuckDb();
      try {
        let helpdesk = generated.helpdesk;
        let how: How = { ...settings, nowMs: anchor + 3 * DAY };
        const kept = await keepRows(connection, await readRows(connection, helpdesk, 'rows0'));
        let [base, former] = [await deriveWhole(connection, kept.schema, 'whole0', how), null as string | null];
        for (const [i, step] of steps.entries()) {
          how = { ...(step.settings ?? how), nowMs: how.nowMs + HOUR };
          helpdesk = edited(helpdesk, donor.helpdesk, step.list, i);
          const rows = await readRows(connection, helpdesk, `rows${i + 1}`);
          const touched = await kept.change(rows);
          // as a store does: other settings, or rows on which all depends, have all facts derived from the rows that are kept
          const isWhole = step.settings !== null || touched.kind === 'everything';
          const name = `laid${i + 1}`;
          if (!isWhole && touched.kind === 'some' && (await layOver(connection, { rows: kept.schema, base, former, name }, how)).kind === 'laid') {
            laidOver++;
            former = name;
          } else if (isWhole || touched.kind === 'some') {
            [base, former] = [await deriveWhole(connection, kept.schema, `kept${i + 1}`, how), null];
          }
          const whole = await deriveWhole(connection, rows, `whole${i + 1}`, how);
          const found = differences(
            await answersOf(connection, former === null ? base : `${former}.main`, asking(i, how)),
            await answersOf(connection, whole, asking(i, how))
          );
          expect([i, JSON.stringify(step), ...found].slice(0, 3)).toEqual([i, JSON.stringify(step)]);
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
