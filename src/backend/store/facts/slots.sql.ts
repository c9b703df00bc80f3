import { ALWAYS_SLOT, NO_CALENDAR_SLOT, type Slots } from './calendars';

/** The key in d_slot of an instant under a calendar: beyond the expanded range it is the outermost slot, which knows nothing. */
export function slotOf(slots: Slots, calendar: string, at: string): string {
  const { grid, first, count } = slots;
  return `CASE WHEN ${calendar} IS NULL THEN ${NO_CALENDAR_SLOT} WHEN ${calendar} = 0 THEN ${ALWAYS_SLOT}
    ELSE (${calendar} - 1)::BIGINT * ${count} + greatest(0, least(${count - 1}, ${at} // ${grid} - ${first})) END`;
}

/** F(t) of an instant, from its row of d_slot. */
export function timeAt(slot: string, at: string): string {
  return `${slot}.f0 + greatest(0, least(${at}, ${slot}.b) - ${slot}.a)`;
}

/** The join that finds an amount of business time in d_spent, under a calendar's key: none where the calendar never has that much. */
export function spentJoin({ width, count }: NonNullable<Slots['spent']>, alias: string, calendar: string, f: string): string {
  return `LEFT JOIN d_spent ${alias} ON ${alias}.slot = CASE WHEN ${f} BETWEEN 0 AND ${width * count - 1} THEN (${calendar} - 1)::BIGINT * ${count} + ${f} // ${width} END`;
}
