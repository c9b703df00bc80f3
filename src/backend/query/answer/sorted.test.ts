import fc from 'fast-check';

import { atOnce } from '../../turns';
import { sorted } from './sorted';

test('sorts as a stable sort does', () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer());
  fc.assert(
    fc.property(fc.oneof(fc.array(pair, { maxLength: 20 }), fc.array(pair, { minLength: 2_500, maxLength: 3_500 })), (list) => {
      const order = ([a]: readonly number[], [b]: readonly number[]) => a - b;
      expect(atOnce(sorted(list, order))).toEqual([...list].sort(order));
    }),
    { numRuns: 50 }
  );
});
