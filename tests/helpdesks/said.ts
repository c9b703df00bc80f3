import type { OpenDesk } from './open-desk';

/** What a data source says of a ticket, durations in seconds. */
export interface Said {
  readonly id: string;
  readonly number: string;
  /** Who began it. */
  readonly by: string;
  /** From its creation to the first answer; null where it has none, or an agent began it. */
  readonly first: number | null;
  readonly closes: number;
  readonly reopens: number;
  /** From its creation to its last close; null where it is open. */
  readonly close: number | null;
  /** Public replies of agents and of customers, and agents’ notes. */
  readonly replies: number;
  readonly questions: number;
  readonly notes: number;
}

/** What is said of each ticket that was read: by metrics where there is one, else by its rows; in the order of their ids. */
export async function saidOf({ rows, ask }: Pick<OpenDesk, 'rows' | 'ask'>): Promise<Said[]> {
  const { ticket, message } = await rows();
  const records = async (metric: string, more: readonly string[] = [], rest: object = {}) =>
    (await ask({ kind: 'records', metric, columns: ['ticket', ...more], limit: 1000, ...rest })).map(([number, value]) => ({ number, value }));
  const all = { include: ['merged'] };
  const first = await records('time_to_first_response', ['duration']);
  const closes = await records('closed', [], all);
  const close = await records('time_to_close', ['duration'], all);
  const opens = (await records('net_flow', ['weight'], all)).filter(({ value }) => value === 1);
  const said = ticket.map((row): Said => {
    const { ticket_id: id, number } = row;
    const of = <Row extends { number: unknown }>(found: readonly Row[]): Row[] => found.filter((one) => one.number === number);
    const duration = (found: ReadonlyArray<{ number: unknown; value: unknown }>): number | null => {
      const [one] = of(found);
      return one === undefined ? null : Number(one.value);
    };
    const written = (author: string, kind: string, visibility: string): number =>
      message.filter((one) => one.ticket_id === id && one.author_kind === author && one.kind === kind && one.visibility === visibility).length;
    return {
      id: String(id),
      number: String(number),
      by: String(row.created_by),
      first: duration(first),
      closes: of(closes).length,
      reopens: of(opens).length - 1,
      close: duration(close),
      replies: written('agent', 'reply', 'public'),
      questions: written('customer', 'reply', 'public'),
      notes: written('agent', 'note', 'internal'),
    };
  });
  return said.sort((a, b) => Number(a.id) - Number(b.id));
}
