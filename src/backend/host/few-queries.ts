import { BinaryReader } from '@bufbuild/protobuf/wire';

import { QueryDataRequestSchema } from './gen/pluginv2_pb';

const QUERIES = QueryDataRequestSchema.field.queries.number;

/** A QueryDataRequest's bytes as they are. Throws where they hold more than `most` queries: a message of a million small ones takes seconds to decode. */
export function fewQueries(bytes: Buffer, most: number): Buffer {
  const reader = new BinaryReader(bytes);
  let queries = 0;
  while (reader.pos < reader.len) {
    const [field, wireType] = reader.tag();
    if (field === QUERIES && ++queries > most) {
      throw new Error(`a request holds at most ${most} queries`);
    }
    reader.skip(wireType, field);
  }
  return bytes;
}
