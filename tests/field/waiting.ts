/** Cases that do not pass yet, by who works on them. */
export const WAITING: Readonly<Record<string, readonly string[]>> = {};
