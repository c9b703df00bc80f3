import { planOf } from '../plan';
import { weekdayOf } from './dates';
import { DAY } from '../units';
import { arrivals } from './arrivals';
import { World } from './world';

const world = new World(planOf({ seed: 5, tickets: 20_000, months: 12, end: Date.parse('2026-03-26T14:07:00Z') }));
const instants = [...arrivals(world.plan, world.rhythm)];

test('exactly as many tickets as planned come, in order, within the span', () => {
  expect(instants).toHaveLength(20_000);
  expect(instants.every((at, i) => Number.isInteger(at) && at >= (instants[i - 1] ?? world.plan.start) && at < world.plan.end)).toBe(true);
  // the last days are as full as any
  expect(instants.filter((at) => at >= world.plan.end - 2 * DAY).length).toBeGreaterThan(60);
});

test('days, weeks, seasons and incidents show', () => {
  const share = (is: (at: number) => boolean): number => instants.filter(is).length / instants.length;
  expect(share((at) => weekdayOf(Math.floor(at / DAY)) > 5)).toBeLessThan(0.16);
  expect(share((at) => new Date(at).getUTCHours() < 5)).toBeLessThan(0.09);
  const [incident] = world.incidents;
  const during = instants.filter((at) => at >= incident.start && at < incident.start + 3 * DAY).length;
  const before = instants.filter((at) => at >= incident.start - 7 * DAY && at < incident.start - 4 * DAY).length;
  expect(during).toBeGreaterThan(1.5 * before);
});
