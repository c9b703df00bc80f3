/** A question that has no answer, as the backend must say too. */
export class OracleError extends Error {
  override readonly name = 'OracleError';
}
