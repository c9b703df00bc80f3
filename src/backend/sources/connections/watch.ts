import type { Socket } from 'node:net';

import { SourceError } from '../source';

/** How long we wait for a server, in milliseconds. */
export interface Patience {
  /** For the next byte of an answer that has begun, and for that of a short statement. */
  readonly silenceMs: number;
  /** For the whole of a table's rows. */
  readonly statementMs: number;
}

/** How much later than the server's own clock ours ends a statement, in milliseconds: the server's end says more. */
const GRACE = 2_000;
/** No short statement takes longer, in milliseconds. */
const SHORT = 30_000;

/** An answer that is waited for. */
interface Waiting {
  /** Bytes read from the socket when the last came, and when that was. */
  heard: number;
  heardAt: number;
  readonly silenceMs: number;
  readonly until: number;
  readonly giveUp: (error: SourceError) => void;
}

/** Waits for what a server answers on one connection, under a clock of our own: a peer that stalls keeps the server's from being heard. Out of patience, it cuts the connection. */
export class Watch {
  private waiting: Waiting | null = null;
  private readonly clock: NodeJS.Timeout;

  constructor(
    private readonly socket: Socket,
    private readonly patience: Patience
  ) {
    this.clock = setInterval(() => this.tick(), Math.min(1_000, patience.silenceMs / 4));
    this.clock.unref();
  }

  /** Waits for the answer to a short statement. */
  async short<Result>(answer: Promise<Result>): Promise<Result> {
    const longest = Math.min(SHORT, this.patience.statementMs + GRACE);
    return this.wait(answer, Math.min(longest, this.patience.silenceMs), performance.now() + longest);
  }

  /** The pieces of a long answer, as they come. */
  async *long<Piece>(pieces: AsyncIterator<Piece>): AsyncGenerator<Piece, void> {
    const until = performance.now() + this.patience.statementMs + GRACE;
    // a view may think for long before its first row
    let silenceMs = Infinity;
    for (let next = await this.wait(pieces.next(), silenceMs, until); !next.done; next = await this.wait(pieces.next(), silenceMs, until)) {
      ({ silenceMs } = this.patience);
      yield next.value;
    }
  }

  /** Stops the clock; the connection is the caller's to end. */
  end(): void {
    clearInterval(this.clock);
  }

  private async wait<Result>(answer: Promise<Result>, silenceMs: number, until: number): Promise<Result> {
    const late = new Promise<never>((_, giveUp) => {
      this.waiting = { heard: this.socket.bytesRead, heardAt: performance.now(), silenceMs, until, giveUp };
    });
    // what comes after we gave up is of no use
    answer.catch(() => undefined);
    try {
      return await Promise.race([answer, late]);
    } finally {
      this.waiting = null;
    }
  }

  private tick(): void {
    const { waiting, socket } = this;
    if (waiting === null) {
      return;
    }
    const now = performance.now();
    if (socket.bytesRead !== waiting.heard) {
      waiting.heard = socket.bytesRead;
      waiting.heardAt = now;
    }
    if (now >= waiting.until) {
      waiting.giveUp(new SourceError('timeout', 'The database took longer than the statement timeout, and did not end the statement itself.', HANGS));
    } else if (now - waiting.heardAt >= waiting.silenceMs) {
      waiting.giveUp(new SourceError('timeout', 'The database stopped answering.', HANGS));
    } else {
      return;
    }
    socket.destroy();
  }
}

const HANGS = 'The server, or a proxy before it, hangs; the next refresh tries again.';
