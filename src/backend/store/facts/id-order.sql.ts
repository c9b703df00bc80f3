/**
 * The key by which ids of the helpdesk settle an order in time: ids of digits alone come first, as whole numbers of any length (9 before 10,
 * of equal numbers by their text: `007` before `7`), then all others as text. It is one text, so it stands in a window's ORDER BY after the instant (`ORDER BY "at", key`)
 * and in an argument of arg_min or max_by (`(sent_at, key)`). Events, messages and surveys go by it, each by the id of its own row:
 * make the key where the id is read, and order by it where the order is made.
 */
export function idOrder(id: string): string {
  // how many digits there are comes before the digits themselves, as one character; a text that begins behind all digits is its own key
  const number = (digits: string) => `'0', chr((32 + least(length(${digits}), 50000))::INTEGER), ${digits}`;
  return `CASE WHEN ${id} >= ':' THEN ${id} WHEN regexp_full_match(${id}, '[1-9][0-9]*') THEN concat(${number(id)}, '!')
    WHEN regexp_full_match(${id}, '[0-9]+') THEN concat(${number(`ltrim(${id}, '0')`)}, ' ', ${id}) ELSE '1' || ${id} END`;
}
