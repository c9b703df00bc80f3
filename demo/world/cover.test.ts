import { planOf } from '../plan';
import { Random } from '../random';
import { DAY, HOUR, MINUTE } from '../units';
import { lastAtMost } from './cover';
import { World } from './world';

const world = new World(planOf({ seed: 1, tickets: 100, months: 2, end: Date.parse('2026-03-26T14:07:00Z') }));

test('work that takes n hours ends when n hours of work have passed, with somebody there', () => {
  const random = new Random(1, 'cover');
  for (const team of ['care-eu', 'technical', 'night-desk'] as const) {
    const cover = world.cover(team);
    for (let i = 0; i < 200; i++) {
      const since = world.plan.start + random.int(50 * DAY);
      const ms = random.int(20 * HOUR);
      const at = cover.after(since, ms);
      expect(cover.isOpen(at)).toBe(true);
      expect(cover.between(since, at)).toBe(ms);
      expect(at).toBeGreaterThanOrEqual(since + ms);
    }
  }
});

test('nobody works in a gap, nor past the roster', () => {
  const [gap] = world.gaps;
  expect(world.cover('care-eu').at(gap.start + MINUTE)).toEqual([]);
  expect(world.cover('care-eu').at(gap.end + MINUTE)).not.toEqual([]);
  expect(world.cover('care-eu').after(world.plan.end, 400 * HOUR)).toBe(Infinity);
});

test('who has left the team does not work for it', () => {
  const [gone] = world.agents.filter(({ left }) => left !== null);
  const last = world.shifts[gone.index].at(-1);
  expect(last?.end).toBeLessThan(gone.left ?? 0);
});

test('lastAtMost finds the place', () => {
  expect([0, 1, 2, 3, 9].map((value) => lastAtMost([1, 2, 2, 5], value))).toEqual([-1, 0, 2, 2, 3]);
});
