import { MESSAGE } from '../bounds';
import { shortened } from '../echo';

/** A fault in a query, in a sentence that names the thing, the place and the nearest right word. */
export class QueryError extends Error {
  override readonly name = 'QueryError';

  /** 413 where there is nothing wrong with the query but its size. */
  constructor(
    message: string,
    readonly status: 400 | 413 = 400
  ) {
    super(shortened(message, MESSAGE));
  }
}
