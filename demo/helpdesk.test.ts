import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { END, Helpdesk, makeSmall, temporaryFolder } from './testing/open-helpdesk';

const folder = temporaryFolder();
const first = join(folder.path, 'first');
let helpdesk: Helpdesk;
jest.setTimeout(60_000);

beforeAll(async () => {
  await makeSmall(first);
  helpdesk = await Helpdesk.open(first);
});
afterAll(() => {
  helpdesk.close();
  folder.remove();
});

const count = async (sql: string): Promise<number> => (await helpdesk.numbers(`SELECT count(*) AS n FROM ${sql}`)).n;

test('the same seed and end make the same files, another seed makes others', async () => {
  const second = join(folder.path, 'second');
  await makeSmall(second);
  expect(digests(second)).toEqual(digests(first));
  await makeSmall(second, { seed: 8 });
  expect(digests(second)['message.parquet']).not.toBe(digests(first)['message.parquet']);
});

describe('references', () => {
  test.each([
    ['message', 'ticket_id', 'ticket', 'ticket_id', 5],
    ['ticket_event', 'ticket_id', 'ticket', 'ticket_id', 2],
    ['survey', 'ticket_id', 'ticket', 'ticket_id', 1],
    ['ticket_sla', 'ticket_id', 'ticket', 'ticket_id', 0],
    ['chat_session', 'ticket_id', 'ticket', 'ticket_id', 0],
    ['ticket', 'merged_into_id', 'ticket', 'ticket_id', 0],
    ['ticket', 'parent_id', 'ticket', 'ticket_id', 0],
    ['ticket', 'requester_id', 'customer', 'customer_id', 0],
    ['ticket', 'org_id', 'organization', 'org_id', 0],
    ['ticket', 'owner_id', 'agent', 'agent_id', 0],
    ['ticket', 'team_id', 'team', 'team_id', 0],
    ['ticket', 'stage_id', 'stage', 'stage_id', 0],
    ['agent', 'calendar_id', 'calendar', 'calendar_id', 0],
    ['sla_target', 'calendar_id', 'calendar', 'calendar_id', 0],
    ['agent_status', 'agent_id', 'agent', 'agent_id', 0],
    ['survey', 'customer_id', 'customer', 'customer_id', 0],
    ['survey', 'agent_id', 'agent', 'agent_id', 0],
    ['ticket_sla', 'policy_id', 'sla_target', 'policy_id', 0],
    ['customer', 'org_id', 'organization', 'org_id', 0],
    ['team_member', 'agent_id', 'agent', 'agent_id', 0],
  ])('%s.%s is in %s, but for %5$i orphans', async (from, column, to, key, orphans) => {
    expect(await count(`"${from}" WHERE "${column}" IS NOT NULL AND "${column}" NOT IN (SELECT "${key}" FROM "${to}")`)).toBe(orphans);
  });

  test('authors are customers, agents or nobody', async () => {
    expect(await count(`message WHERE author_kind = 'customer' AND author_id NOT IN (SELECT customer_id FROM customer)`)).toBe(0);
    expect(await count(`message JOIN agent ON agent_id = author_id WHERE author_kind = 'bot' AND NOT is_bot`)).toBe(0);
    // some helpdesks take a bot for an agent
    expect(await count(`message JOIN agent ON agent_id = author_id WHERE author_kind = 'agent' AND is_bot`)).toBeGreaterThan(5);
    expect(await count(`message WHERE author_kind = 'agent' AND author_id NOT IN (SELECT agent_id FROM agent)`)).toBe(0);
    expect(await count(`message WHERE author_kind = 'agent' AND author_id IS NULL`)).toBeGreaterThan(0);
  });

  test.each([
    ['ticket', 'ticket_id'],
    ['message', 'message_id'],
    ['ticket_event', 'event_id'],
    ['survey', 'survey_id'],
    ['chat_session', 'session_id'],
    ['agent_status', 'agent_id, "from"'],
    ['ticket_sla', 'ticket_id, policy_id, "from"'],
    ['team_member', 'team_id, agent_id, "from"'],
    ['calendar_exception', 'calendar_id, date, start'],
    ['sla_target', 'policy_id, clock, priority, valid_from'],
  ])('the key of %s is unique', async (table, key) => {
    expect(await count(`(SELECT ${key} FROM "${table}" GROUP BY ALL HAVING count(*) > 1)`)).toBe(0);
  });
});

describe('order', () => {
  test.each([
    ['ticket', 'created_at'],
    ['ticket', 'closed_at'],
    ['ticket', 'updated_at'],
    ['message', 'sent_at'],
    ['ticket_event', '"at"'],
    ['survey', 'answered_at'],
    ['survey', 'sent_at'],
    ['chat_session', 'ended_at'],
    ['chat_session', 'first_agent_at'],
    ['agent_status', '"from"'],
    ['agent_status', '"to"'],
    ['ticket_sla', '"from"'],
  ])('no %s.%s at or after the end', async (table, column) => {
    expect(await count(`${table} WHERE ${column} >= TIMESTAMP '${END.replace('Z', '')}'`)).toBe(0);
  });

  test('the last event of each field says what the ticket is now', async () => {
    for (const [field, column] of [
      ['owner', 'owner_id'],
      ['stage', 'stage_id'],
      ['team', 'team_id'],
      ['priority', 'priority'],
      ['pipeline', 'pipeline_id'],
    ]) {
      expect(
        await count(`(SELECT ticket_id, arg_max(coalesce(to_value, '-'), ("at", event_id)) AS last FROM ticket_event WHERE field = '${field}' GROUP BY 1)
        JOIN ticket USING (ticket_id) WHERE last <> coalesce(${column}, '-')`)
      ).toBe(0);
    }
    expect(
      await count(`(SELECT ticket_id, arg_max(to_value, ("at", event_id)) AS last FROM ticket_event WHERE field = 'status' GROUP BY 1)
      JOIN ticket USING (ticket_id) WHERE (last IN ('closed', 'merged', 'spam')) <> (closed_at IS NOT NULL)`)
    ).toBe(0);
  });

  test('events follow one another: each leaves what the one before has entered', async () => {
    expect(
      await count(`(SELECT field, from_value, lag(to_value) OVER turn AS before, row_number() OVER turn AS n FROM ticket_event
      WHERE field IN ('status', 'owner', 'team', 'priority', 'sla') WINDOW turn AS (PARTITION BY ticket_id, field ORDER BY "at", event_id))
      WHERE n > 1 AND from_value IS DISTINCT FROM before`)
    ).toBe(0);
  });

  test('nothing comes before its ticket but what clocks got wrong', async () => {
    expect(await count(`message JOIN ticket USING (ticket_id) WHERE sent_at < created_at`)).toBe(2);
    expect(await count(`ticket_event JOIN ticket USING (ticket_id) WHERE "at" < created_at`)).toBe(0);
    expect(await count(`survey WHERE answered_at < sent_at`)).toBe(0);
  });
});

describe('texture', () => {
  test('about ten messages a ticket, of all kinds, sides and channels', async () => {
    const { mean } = await helpdesk.numbers(`SELECT (SELECT count(*) FROM message) / (SELECT count(*) FROM ticket) AS mean`);
    expect(mean).toBeGreaterThan(8.5);
    expect(mean).toBeLessThan(11.5);
    expect(await helpdesk.texts('SELECT DISTINCT kind FROM message ORDER BY 1')).toEqual([
      'auto',
      'call',
      'campaign',
      'draft',
      'forward',
      'note',
      'reply',
      'survey',
    ]);
    expect(await helpdesk.texts('SELECT DISTINCT author_kind FROM message ORDER BY 1')).toEqual(['agent', 'bot', 'customer', 'system']);
    expect(await helpdesk.texts('SELECT DISTINCT created_by FROM ticket ORDER BY 1')).toEqual(['agent', 'bot', 'customer', 'system']);
    expect(await helpdesk.texts('SELECT DISTINCT channel FROM ticket ORDER BY 1')).toEqual(['chat', 'email', 'phone', 'web_form', 'whatsapp']);
    // runs: the same side again, and notes in between
    expect(
      await count(`(SELECT author_kind, lag(author_kind) OVER (PARTITION BY ticket_id ORDER BY sent_at, message_id) AS before FROM message
      WHERE kind = 'reply' AND author_kind IN ('agent', 'customer')) WHERE author_kind = before`)
    ).toBeGreaterThan(2000);
  });

  test('all fields of events, reopenings with and without stages, transfers', async () => {
    expect(await helpdesk.texts('SELECT DISTINCT field FROM ticket_event ORDER BY 1')).toEqual([
      'delete',
      'handover',
      'merge',
      'owner',
      'pipeline',
      'priority',
      'schedule',
      'sla',
      'spam',
      'stage',
      'status',
      'team',
    ]);
    const { rate } =
      await helpdesk.numbers(`SELECT (SELECT count(DISTINCT ticket_id) FROM ticket_event WHERE field = 'status' AND from_value = 'closed' AND to_value = 'open')
      / (SELECT count(*) FROM ticket WHERE closed_at IS NOT NULL) AS rate`);
    expect(rate).toBeGreaterThan(0.05);
    expect(rate).toBeLessThan(0.11);
    expect(
      await count(`(SELECT ticket_id FROM ticket_event GROUP BY 1
      HAVING count(*) FILTER (field = 'status' AND to_value = 'closed') > 1 AND count(*) FILTER (field = 'stage' AND to_value LIKE '%-closed') = 1)`)
    ).toBeGreaterThan(10);
    expect(await count(`ticket_event WHERE field = 'owner' AND from_value IS NOT NULL AND to_value IS NOT NULL`)).toBeGreaterThan(100);
    expect(await count(`ticket_event WHERE field = 'owner' AND to_value IS NULL`)).toBeGreaterThan(0);
    expect(await count(`ticket WHERE owner_id IS NULL AND closed_at IS NOT NULL`)).toBeGreaterThan(20);
    // the first value is mostly an event
    const { logged } = await helpdesk.numbers(
      `SELECT count(*) FILTER (from_value IS NULL) / count(DISTINCT ticket_id) AS logged FROM ticket_event WHERE field = 'status'`
    );
    expect(logged).toBeGreaterThan(0.8);
    expect(logged).toBeLessThan(0.95);
    expect(await helpdesk.texts(`SELECT DISTINCT kind FROM ticket JOIN stage USING (stage_id) ORDER BY 1`)).toEqual([
      'closed',
      'merged',
      'new',
      'on_hold',
      'open',
      'spam',
      'waiting_customer',
    ]);
  });

  test('chats: handovers by message and by event, abandoned and running ones', async () => {
    expect(await count(`message WHERE handover`)).toBeGreaterThan(100);
    const { rate } = await helpdesk.numbers(`SELECT avg((first_agent_at IS NULL)::INTEGER) AS rate FROM chat_session`);
    expect(rate).toBeGreaterThan(0.03);
    expect(rate).toBeLessThan(0.2);
    expect(await count(`(SELECT ticket_id FROM chat_session GROUP BY 1 HAVING count(*) > 1)`)).toBeGreaterThan(0);
    expect(await helpdesk.texts(`SELECT DISTINCT ended_by FROM chat_session WHERE ended_by IS NOT NULL ORDER BY 1`)).toEqual([
      'agent',
      'bot',
      'customer',
      'system',
    ]);
    // a bot ends some that it solved, and some that it had handed over and nobody came to
    expect(await count(`chat_session WHERE ended_by = 'bot' AND first_agent_at IS NULL`)).toBeGreaterThan(5);
  });

  test('flags, policies and what is missing', async () => {
    for (const flag of [
      'is_spam',
      'is_deleted',
      'is_test',
      'is_imported',
      'merged_into_id IS NOT NULL',
      'parent_id IS NOT NULL',
      'priority IS NULL',
      'category IS NULL',
      'org_id IS NULL',
    ]) {
      expect([flag, (await count(`ticket WHERE ${flag}`)) > 0]).toEqual([flag, true]);
    }
    expect(await helpdesk.texts(`SELECT DISTINCT policy_id FROM ticket_sla ORDER BY 1`)).toEqual(['business', 'premium', 'standard']);
    expect(await count(`ticket WHERE ticket_id NOT IN (SELECT ticket_id FROM ticket_sla)`)).toBeGreaterThan(0);
    expect(await count(`ticket_sla WHERE "to" IS NOT NULL`)).toBeGreaterThan(0);
    expect(await count(`ticket WHERE len(tags) > 1 AND json_extract_string(attributes, '$.plan') = 'enterprise'`)).toBeGreaterThan(0);
  });

  test('ratings on three scales and more, some twice, many never', async () => {
    expect(await helpdesk.texts(`SELECT DISTINCT kind || ' ' || scale_min::INTEGER || '-' || scale_max::INTEGER FROM survey ORDER BY 1`)).toEqual([
      'ces 1-7',
      'csat 0-1',
      'csat 1-5',
      'nps 0-10',
    ]);
    expect(await count(`survey WHERE score NOT BETWEEN scale_min AND scale_max OR (score IS NULL) <> (answered_at IS NULL)`)).toBe(0);
    const { answered, good } = await helpdesk.numbers(`SELECT avg((answered_at IS NOT NULL)::INTEGER) AS answered,
      avg(((score - scale_min) / (scale_max - scale_min) >= 0.75)::INTEGER) FILTER (kind = 'csat') AS good FROM survey`);
    expect(answered).toBeGreaterThan(0.2);
    expect(answered).toBeLessThan(0.45);
    expect(good).toBeGreaterThan(0.82);
    expect(good).toBeLessThan(0.93);
    expect(
      await count(`(SELECT ticket_id FROM survey WHERE answered_at IS NOT NULL AND ticket_id IS NOT NULL GROUP BY ticket_id, form_id HAVING count(*) > 1)`)
    ).toBeGreaterThan(0);
  });

  test('agents: forty people and two bots, some gone, some moved, in statuses of all groups', async () => {
    expect(
      await helpdesk.numbers(`SELECT count(*) FILTER (NOT is_bot) AS people, count(*) FILTER (is_bot) AS bots, count(*) FILTER (NOT active) AS gone FROM agent`)
    ).toEqual({ people: 40, bots: 2, gone: 3 });
    expect(await count(`(SELECT agent_id FROM team_member GROUP BY 1 HAVING count(*) > 1)`)).toBe(3);
    expect(await helpdesk.texts('SELECT DISTINCT availability FROM agent_status ORDER BY 1')).toEqual(['available', 'away', 'busy', 'offline']);
    // every agent's days are without holes: a status ends where the next begins
    expect(await count(`(SELECT "to", lead("from") OVER (PARTITION BY agent_id ORDER BY "from") AS next FROM agent_status) WHERE "to" < next`)).toBe(0);
    const [gap] = await helpdesk.texts(`SELECT max("from")::VARCHAR FROM agent_status WHERE status = 'System maintenance'`);
    expect(
      await count(`agent_status s JOIN agent a USING (agent_id) WHERE NOT is_bot AND availability = 'available'
      AND "from" <= TIMESTAMP '${gap}' AND coalesce("to", TIMESTAMP '2100-01-01') > TIMESTAMP '${gap}'
      AND NOT EXISTS (FROM agent_status n WHERE n.agent_id = s.agent_id AND n."from" > s."from" AND n."from" <= TIMESTAMP '${gap}')`)
    ).toBe(0);
  });

  test('open tickets are mostly young, and some are waiting', async () => {
    const { open, young } =
      await helpdesk.numbers(`SELECT count(*) AS open, avg((created_at > TIMESTAMP '${END.replace('Z', '')}' - INTERVAL 14 DAY)::INTEGER) AS young
      FROM ticket WHERE closed_at IS NULL`);
    expect(open).toBeGreaterThan(40);
    expect(open).toBeLessThan(300);
    expect(young).toBeGreaterThan(0.6);
  });
});

function digests(path: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(path)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(path, name)))
          .digest('hex'),
      ])
  );
}
