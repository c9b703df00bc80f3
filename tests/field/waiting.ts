/** Cases that do not pass yet, by who works on them. */
export const WAITING: Readonly<Record<string, readonly string[]>> = {
  sla: ['04', '32', '37', '49', '81', '82', '102'],
};
