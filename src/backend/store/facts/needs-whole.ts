/** Facts of some tickets and agents cannot be laid over others, for the reason that is its message: all are to be derived. */
export class NeedsWhole extends Error {
  override readonly name = 'NeedsWhole';
}
