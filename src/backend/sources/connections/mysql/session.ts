import type { Duplex } from 'node:stream';
import type { Connection, FieldPacket, RowDataPacket } from 'mysql2';

import type { Watch } from '../watch';
import { AnswerEnd } from './answer-end';
import { statementPacket } from './packets';
import { piecesOf } from './pieces';

/** Statements on one connection, none of which is waited for without end. */
export class Session {
  constructor(
    private readonly connection: Connection,
    private readonly watch: Watch
  ) {}

  /** The rows of a statement that is soon answered. */
  async query<Row>(sql: string): Promise<readonly Row[]> {
    return this.watch.short(
      new Promise((resolve, reject) =>
        this.connection.query<RowDataPacket[]>(sql, (error, rows) => (error ? reject(error) : resolve(rows as unknown as readonly Row[])))
      )
    );
  }

  /** The columns that a SELECT would give: it is prepared, not run, for a LIMIT of 0 does not keep a view from thinking. */
  async fields(select: string): Promise<readonly FieldPacket[]> {
    return this.watch.short(
      new Promise((resolve, reject) =>
        this.connection.prepare(select, (error, statement) => {
          if (error) {
            reject(error);
          } else {
            resolve((statement as unknown as { readonly columns: readonly FieldPacket[] }).columns);
            this.connection.unprepare(select);
          }
        })
      )
    );
  }

  /**
   * What the server sends for a SELECT, piece by piece as it comes: the driver is passed by, since it would make an object of each row.
   * Where it is left before its end, the connection is cut.
   */
  async *rows(sql: string): AsyncGenerator<Buffer, void> {
    const { stream } = this;
    const drivers = stream.listeners('data') as Array<(bytes: Buffer) => void>;
    stream.pause();
    drivers.forEach((listener) => stream.off('data', listener));
    const pieces = piecesOf(stream);
    const end = new AnswerEnd();
    try {
      stream.write(statementPacket(sql));
      for await (const piece of this.watch.long(pieces)) {
        end.push(piece);
        yield piece;
        if (end.isReached) {
          return;
        }
      }
    } finally {
      if (end.isReached) {
        await pieces.return();
        drivers.forEach((listener) => stream.on('data', listener));
        stream.resume();
      } else {
        stream.destroy();
      }
    }
  }

  /** Takes leave of the server, and waits until it has gone. */
  async end(): Promise<void> {
    await this.watch.short(
      new Promise<void>((resolve) => {
        this.stream.once('close', resolve);
        this.connection.end();
      })
    );
  }

  /** The socket, or what speaks TLS over it. */
  private get stream(): Duplex {
    return (this.connection as unknown as { readonly stream: Duplex }).stream;
  }
}
