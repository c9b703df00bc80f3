import { create, fromBinary, toBinary } from '@bufbuild/protobuf';

import { firstQueries } from './first-queries';
import { QueryDataRequestSchema } from './gen/pluginv2_pb';

const request = (count: number) => create(QueryDataRequestSchema, {
  pluginContext: { orgId: 7n }, headers: { a: 'b' }, queries: Array.from({ length: count }, (_, i) => ({ refId: `Q${i}`, json: new Uint8Array([123, 125]), timeRange: { fromEpochMS: 1n, toEpochMS: 2n } })),
});

test.each([[0, 0], [3, 3], [4, 4], [5, 4], [100_000, 4]])('of %d queries %d are decoded, and all else is', (given, left) => {
  const bytes = toBinary(QueryDataRequestSchema, request(given));
  // what follows the queries stays too
  const more = Buffer.concat([bytes, toBinary(QueryDataRequestSchema, create(QueryDataRequestSchema, { headers: { c: 'd' } }))]);
  expect(fromBinary(QueryDataRequestSchema, new Uint8Array(firstQueries(more, 4)))).toEqual({ ...request(left), headers: { a: 'b', c: 'd' } });
});

test('what is no message is refused as before', () => {
  expect(() => firstQueries(Buffer.from([26, 255, 255, 255, 15]), 4)).toThrow();
});
