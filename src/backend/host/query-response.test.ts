import { create, fromBinary } from '@bufbuild/protobuf';

import { DataResponseSchema, type QueryDataResponse, QueryDataResponseSchema } from './gen/pluginv2_pb';
import { queryResponse } from './query-response';

const response = (responses: QueryDataResponse['responses']) => create(QueryDataResponseSchema, { responses });
const frame = (length: number) => new Uint8Array(length).fill(7);

test.each<[string, QueryDataResponse]>([
  ['no answer', response({})],
  ['a refusal', response({ A: create(DataResponseSchema, { status: 413, error: 'Too much – “of it”.', errorSource: 'plugin' }) })],
  ['no frames', response({ A: create(DataResponseSchema, { status: 200 }) })],
  ['an answer that says nothing', response({ A: create(DataResponseSchema) })],
  [
    'frames of all lengths',
    response({
      A: create(DataResponseSchema, { status: 200, frames: [0, 1, 127, 128, 20_000].map(frame), jsonMeta: frame(3) }),
      'é 🦆': create(DataResponseSchema, { status: 200, frames: [frame(5)] }),
      '': create(DataResponseSchema, { status: 499 }),
    }),
  ],
  ['5,000 frames', response({ A: create(DataResponseSchema, { status: 200, frames: Array.from({ length: 5_000 }, () => frame(9)) }) })],
])('%s is read as it was written', (_, given) => {
  expect(fromBinary(QueryDataResponseSchema, new Uint8Array(queryResponse(given)))).toEqual(given);
});
