import { fuzz } from './run';
import { faultTold } from './report';
import { makeWorld } from './world';

// CI repeats its last run; elsewhere every run draws new inputs, and says the seed of one that fails
const SEED = process.env.CI ? 524_847_793 : Math.floor(Math.random() * 1_000_000);

it('a few thousand hostile inputs: no crash, no freeze, no answer of 500, nothing told that should not be', async () => {
  const world = await makeWorld(800);
  try {
    const outcome = await fuzz(world, {
      inputs: 3_000,
      seed: SEED,
      lanes: 4,
      only: null,
      first: [],
      isTimed: false,
      say: () => undefined,
      found: () => undefined,
    });
    expect(outcome.found.map((one) => faultTold(one, SEED))).toEqual([]);
    expect(outcome.restarts).toBe(0);
    expect(outcome.inputs).toBeGreaterThanOrEqual(3_000);
    expect(outcome.statuses.get('200')).toBeGreaterThan(500);
  } finally {
    world.remove();
  }
}, 600_000);
