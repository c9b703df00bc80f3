import type { Client, QueryResult, QueryResultRow } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

import type { Watch } from '../watch';

/** Statements on one connection, none of which is waited for without end. */
export class Session {
  constructor(
    private readonly client: Client,
    private readonly watch: Watch
  ) {}

  /** A statement that is soon answered. */
  async query<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<QueryResult<Row>> {
    return this.watch.short(this.client.query<Row>(text, values));
  }

  /** What a `COPY … TO STDOUT` sends, piece by piece. */
  async *copy(sql: string): AsyncGenerator<Buffer, void> {
    const stream = this.client.query(copyTo(sql));
    try {
      yield* this.watch.long(stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>);
    } finally {
      stream.on('error', () => undefined).destroy();
    }
  }
}
