import { Generations } from './generations';
import type { StoreMeta } from './store-meta';

const made = (number: number, over?: number) => ({
  number,
  meta: { generation: number, ...(over === undefined ? {} : { over: { generation: over, revision: 1 } }) } as StoreMeta,
});

describe('a generation that was replaced', () => {
  let retired: number[];
  let generations: Generations;
  beforeEach(() => {
    retired = [];
    generations = new Generations(({ number }) => void retired.push(number));
    generations.replace(made(1));
  });

  it('stays for as long as something that lies over it is read, and goes after that', () => {
    generations.replace(made(2, 1));
    const lease = generations.lease();
    generations.replace(made(3, 1));
    generations.replace(made(4));
    expect(retired).toEqual([3]);
    lease.release();
    expect(retired).toEqual([3, 2, 1]);
  });

  it('stays below what is read now, whoever leaves it', () => {
    const lease = generations.lease();
    generations.replace(made(2, 1));
    lease.release();
    generations.replace(made(3, 1));
    expect(retired).toEqual([2]);
  });
});
