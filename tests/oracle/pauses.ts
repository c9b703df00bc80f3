import { subtract, type Interval } from './calendar';
import { closedTime } from './closed-time';
import { eventsOf, spellsOf } from './fields';
import { historyOf, isClosedWord, kindOf } from './history';
import type { Status, TicketRow } from './model';
import type { World } from './world';

/**
 * When a ticket is paused, by what is known up to and including an instant: "while the ticket's stage has pauses_sla (a stage of a closed kind
 * pauses nothing while the ticket is open); for a ticket without stage events, while its status by its status events is one of the settings'
 * `pausingStatuses`; a ticket with neither is never paused". A pause that has not ended then has no end.
 */
export function pausesOf(world: World, ticket: TicketRow, known: number): Interval[] {
  const { helpdesk, settings } = world;
  const history = historyOf(helpdesk, ticket);
  const until = (to: number) => (to <= known ? to : Infinity);
  const stages = eventsOf(helpdesk, ticket, 'stage');
  if (stages.length > 0) {
    const open = subtract([{ from: -Infinity, to: Infinity }], closedTime(history, known));
    return spellsOf(stages, ticket, null)
      .filter((one) => one.from <= known && helpdesk.stage.some((stage) => stage.stage_id === one.value && stage.pauses_sla))
      .flatMap((one) => {
        const spell = { from: one.from, to: until(one.to) };
        return isClosedWord(kindOf(helpdesk, one.value)) ? subtract([spell], open) : [spell];
      });
  }
  if (eventsOf(helpdesk, ticket, 'status').length > 0) {
    return spellsOf(eventsOf(helpdesk, ticket, 'status'), ticket, null)
      .filter((one) => one.from <= known && settings.pausingStatuses.includes((one.value ?? 'open') as Status))
      .map((one) => ({ from: one.from, to: until(one.to) }));
  }
  return [];
}
