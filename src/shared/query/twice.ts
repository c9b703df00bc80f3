/** The first word of a list that stood in it before; undefined where each stands once. */
export function firstTwice(list: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return list.find((one) => seen.size === seen.add(one).size);
}
