/** Cases that do not pass yet, by who works on them. */
export const WAITING: Readonly<Record<string, readonly string[]>> = {
  tickets: ['06', '66', '80', '84', '88', '93', '96'],
  sla: ['04', '32', '35', '37', '49', '81', '82', '102'],
};
