import { create, toBinary } from '@bufbuild/protobuf';

import { fewQueries } from './few-queries';
import { QueryDataRequestSchema } from './gen/pluginv2_pb';

const request = (count: number) =>
  Buffer.from(
    toBinary(
      QueryDataRequestSchema,
      create(QueryDataRequestSchema, {
        pluginContext: { orgId: 7n },
        headers: { a: 'b' },
        queries: Array.from({ length: count }, (_, i) => ({ refId: `Q${i}`, json: new Uint8Array([123, 125]), timeRange: { fromEpochMS: 1n, toEpochMS: 2n } })),
      })
    )
  );

test.each([0, 1, 4])('%d queries stay as they are', (count) => {
  const bytes = request(count);
  expect(fewQueries(bytes, 4)).toBe(bytes);
});

test.each([
  ['a query more', request(5), /at most 4 queries/],
  ['very many', request(100_000), /at most 4 queries/],
  ['what is no message', Buffer.from([26, 255, 255, 255, 15]), /./],
])('%s is refused', (_name, bytes, sentence) => {
  expect(() => fewQueries(bytes, 4)).toThrow(sentence);
});
