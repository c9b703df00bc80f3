import { closeDims, firstClose, lastCloseMetric } from '../closes';
import { standsBefore } from '../closed-time';
import { CLOSE_DIMENSIONS } from '../dimensions';
import { historyOf, reopensOf, type Flip } from '../history';
import { datedMetric, type DatedRow } from '../metric';
import type { TicketRow } from '../model';
import { repliesUntil } from '../turns';
import { tickets, type World } from '../world';

/** How tickets get solved. */

/** reopen_rate: tickets ever reopened ÷ tickets ever closed, dated by the first close. */
export const reopenRate = datedMetric({
  id: 'reopen_rate',
  measure: 'share',
  dimensions: CLOSE_DIMENSIONS,
  rows: (world) =>
    tickets(world).flatMap((ticket): DatedRow[] => {
      const close = firstClose(world, ticket);
      const positive = reopensOf(historyOf(world.helpdesk, ticket)).length > 0;
      return close === null ? [] : [{ at: close.at, value: null, positive, dims: closeDims(world, ticket, close) }];
    }),
});

function wasReopened(world: World, ticket: TicketRow): boolean {
  return reopensOf(historyOf(world.helpdesk, ticket)).some((at) => at <= world.now);
}

/** What agents wrote until the last close: an opening is no reply, the run that answers across the close counts. */
function until(world: World, ticket: TicketRow, close: Flip) {
  const history = historyOf(world.helpdesk, ticket);
  return repliesUntil(world, ticket, (at) => standsBefore(history, at, close));
}

/** one_touch_rate: "one agent reply until the last close and no reopen". */
export const oneTouchRate = lastCloseMetric({ id: 'one_touch_rate', measure: 'share' }, (world, ticket, close) => ({
  value: null,
  positive: until(world, ticket, close).replies === 1 && !wasReopened(world, ticket),
}));

/** first_contact_resolution: "one agent run (an opening apart) until then and no reopen". */
export const firstContactResolution = lastCloseMetric({ id: 'first_contact_resolution', measure: 'share' }, (world, ticket, close) => ({
  value: null,
  positive: until(world, ticket, close).runs === 1 && !wasReopened(world, ticket),
}));

/** replies_to_resolution: "mean agent replies until the last close, zero included". */
export const repliesToResolution = lastCloseMetric({ id: 'replies_to_resolution', measure: 'number' }, (world, ticket, close) => ({
  value: until(world, ticket, close).replies,
}));
