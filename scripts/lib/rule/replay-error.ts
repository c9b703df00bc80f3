/** Why a file or a rule of it cannot be replayed: a sentence that names the thing and the place. */
export class ReplayError extends Error {}
