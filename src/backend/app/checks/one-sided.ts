import { dialect } from '../../query/dialect';
import { raw, sql } from '../../query/sql';
import type { Remark } from '../../sources/source';
import type { Check } from './check';

/** Fewer messages may well have one side alone. */
const ENOUGH = 20;

/** Messages that are all of one side: then nobody ever answered. */
export const oneSided: Check = async ({ ask }) => {
  const [found] = await ask(
    ['sent', 'received'],
    sql`
    SELECT ${dialect.double(dialect.countIf(raw('direction = 1')))} AS sent, ${dialect.double(dialect.countIf(raw('direction = 2')))} AS received
    FROM message_fact`
  );
  const [sent, received] = [Number(found?.sent ?? 0), Number(found?.received ?? 0)];
  const said = (side: string, other: string): Remark => ({
    kind: 'suspicion',
    text: `No public message is by ${side}, and ${(sent + received).toLocaleString('en')} are by ${other}: no reply can be measured.`,
    mend: `CASE WHEN author_id IN (SELECT agent_id FROM agent) THEN 'agent' ELSE 'customer' END AS author_kind in message; visibility 'public' and kind 'reply' where customers read it.`,
  });
  return sent + received < ENOUGH || (sent > 0 && received > 0) ? [] : [sent === 0 ? said('an agent', 'customers') : said('a customer', 'agents')];
};
