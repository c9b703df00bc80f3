/** A request that cannot be answered, with the status that says why. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(
    readonly status: number,
    message: string
  ) {
    super(message);
  }
}
