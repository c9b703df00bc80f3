import type { DuckDBConnection } from '@duckdb/node-api';

import { createAssignmentFact } from './assign-facts.sql';
import { createAvailabilityFacts } from './availability-facts.sql';
import { Build } from './build';
import { readCalendars } from './calendars';
import { createChanges, createHandovers } from './changes.sql';
import { createChatFacts } from './chat-facts.sql';
import { checkFacts } from './check-facts';
import { createClosed, createCloseTimes } from './close-times.sql';
import { createMessages } from './conversation.sql';
import { expandCalendars } from './expand-calendars';
import { createCustomValues, readCustomFields } from './custom-fields.sql';
import { createDictionaries } from './dictionaries.sql';
import { createEvents } from './events.sql';
import { createFirstReplyFact } from './first-reply-fact.sql';
import { createHoldingFact } from './holding-facts.sql';
import { createHoldFact, createLoadFact } from './load-facts.sql';
import type { FactOptions } from './options';
import { createPauses } from './pauses.sql';
import { createPlans } from './plans.sql';
import { addPromises } from './promises.sql';
import { createQualityRows } from './quality.sql';
import { createMessageFact, createWaitFact } from './reply-facts.sql';
import { createRuns } from './runs.sql';
import { createSchedules } from './schedules.sql';
import { createSlaFact } from './sla-facts.sql';
import { createStageFacts } from './stage-facts.sql';
import { takeCalendars } from './standing-calendars';
import { createStates } from './states.sql';
import { createSurveyFact } from './survey-facts.sql';
import { createCloseFact, createOpenFacts, createTicketFact, createTransferFact } from './ticket-facts.sql';
import { createTickets } from './tickets.sql';
import { createTurnFact } from './turn-facts.sql';
import { createWaits } from './waits.sql';
import { createTimeFact } from './time-facts.sql';

/**
 * Derives every fact, dictionary and bridge table from the canonical tables. Where these hold the rows of some tickets and agents alone, theirs, without
 * load_fact, which is not of one ticket: throws NeedsWhole where that cannot be. A large temporary table is dropped after its last reader: it would take memory
 * that others need, and be written to disk in vain.
 */
export async function deriveFacts(
  connection: DuckDBConnection,
  options: FactOptions,
  signal: AbortSignal,
  progress: (step: string, done: number, total: number) => void
): Promise<void> {
  const build = new Build(connection, options, signal);
  try {
    await addPromises(build);
    await build.countSources();
    const calendars = await readCalendars(build);
    await readCustomFields(build);
    await createDictionaries(build);
    await createCustomValues(build);
    const isWhole = options.over === undefined;
    const slots = options.over ? await takeCalendars(build, calendars, options.over) : await expandCalendars(build, calendars);
    const steps: ReadonlyArray<readonly [string, () => Promise<void>]> = [
      [
        'reading histories',
        async () => {
          await createEvents(build);
          await createChanges(build);
          await createHandovers(build);
          await createStates(build);
          await build.drop('d_event');
          await createPauses(build);
          await build.drop('d_status_change');
          await build.compact();
        },
      ],
      [
        'deriving tickets',
        async () => {
          await createPlans(build);
          await createTickets(build);
          await createSchedules(build, slots);
          await createTicketFact(build);
        },
      ],
      [
        'deriving conversations',
        async () => {
          await createMessages(build);
          await build.compact();
          await createRuns(build);
          await createWaits(build);
          await build.compact();
        },
      ],
      [
        'deriving closes',
        async () => {
          await createFirstReplyFact(build, slots);
          await createClosed(build);
          await createCloseTimes(build, slots);
          await createCloseFact(build, slots);
        },
      ],
      ['deriving messages', () => createMessageFact(build)],
      ['deriving turns', () => createTurnFact(build, slots)],
      ['deriving stages', () => createStageFacts(build, slots)],
      ['deriving surveys', () => build.createOf('survey', ['survey_fact'], () => createSurveyFact(build))],
      [
        'deriving chats',
        async () => {
          await build.createOf('chat_session', ['chat_fact', 'chat_end_fact'], () => createChatFacts(build, slots));
          await build.drop('d_message');
        },
      ],
      ['deriving time spent', () => build.createOf('time_entry', ['time_fact'], () => createTimeFact(build))],
      [
        'deriving availability',
        () => build.createOf('agent_status', ['status_fact', 'status_team', 'availability_fact'], () => createAvailabilityFacts(build)),
      ],
      [
        'deriving the backlog',
        async () => {
          await createOpenFacts(build);
          await createWaitFact(build);
          await createTransferFact(build);
          await createAssignmentFact(build, slots);
          await createHoldingFact(build, slots);
        },
      ],
      ['deriving SLA clocks', () => createSlaFact(build, slots)],
      [
        'deriving load',
        async () => {
          await build.createOf('chat_session', ['hold_fact'], () => createHoldFact(build));
          await (isWhole ? createLoadFact(build) : undefined);
        },
      ],
      [
        'checking',
        async () => {
          await createQualityRows(build);
          await (isWhole ? checkFacts(build) : undefined);
        },
      ],
    ];
    for (const [at, [step, run]] of steps.entries()) {
      build.begin(() => progress(step, at, steps.length));
      await run();
    }
    await build.ended();
  } finally {
    await build.close();
  }
}
