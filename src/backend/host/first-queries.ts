import { BinaryReader } from '@bufbuild/protobuf/wire';

import { QueryDataRequestSchema } from './gen/pluginv2_pb';

const QUERIES = QueryDataRequestSchema.field.queries.number;

/** A QueryDataRequest's bytes without the queries after the first `most`: a message of a million small ones takes seconds to decode. */
export function firstQueries(bytes: Buffer, most: number): Buffer {
  const reader = new BinaryReader(bytes);
  const kept: Buffer[] = [];
  let [queries, from] = [0, 0];
  while (reader.pos < reader.len) {
    const start = reader.pos;
    const [field, wireType] = reader.tag();
    reader.skip(wireType, field);
    if (field === QUERIES && ++queries > most) {
      kept.push(bytes.subarray(from, start));
      from = reader.pos;
    }
  }
  return queries > most ? Buffer.concat([...kept, bytes.subarray(from)]) : bytes;
}
