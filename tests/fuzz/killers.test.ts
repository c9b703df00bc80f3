import { Cases } from './cases';
import { House } from './house';
import { KILLERS } from './killers';
import { makeWorld, type World } from './world';

describe('what once ended, froze or filled the backend', () => {
  const cases = new Cases(0, []);
  let world: World;
  let house: House;

  beforeAll(async () => {
    world = await makeWorld(800);
    house = new House(world);
    await house.open();
  }, 180_000);
  afterAll(async () => {
    await house.close();
    world.remove();
  });

  it.each(KILLERS.map((killer) => [killer.name, killer] as const))(
    '%s',
    async (_name, killer) => {
      expect((await house.tryAlone(killer, cases)).faults).toEqual([]);
    },
    120_000
  );
});
