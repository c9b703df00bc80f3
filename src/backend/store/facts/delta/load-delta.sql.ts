import { AFTER_ALL, type Build } from '../build';
import { loadOf, type WorkSources, workPieces } from '../load-facts.sql';
import { formerFacts, keepTouched, now, type Places, takeOver } from './keys.sql';

/**
 * changed_work (agent_ix, from_at, until_at): the pieces of work that touched tickets no longer give an agent, or give now. To be found before what was
 * laid over earlier is taken over.
 */
export async function findChangedWork(build: Build, places: Places): Promise<void> {
  const facts = formerFacts(places);
  const before = {
    hold_fact: `(SELECT * FROM ${facts}.hold_fact SEMI JOIN ${now('session')} USING (session_ix))`,
    wait_fact: `(SELECT * FROM ${facts}.wait_fact SEMI JOIN ${now('ticket')} USING (ticket_ix))`,
    owner_span: `(SELECT * FROM ${facts}.owner_span SEMI JOIN ${now('ticket')} USING (ticket_ix))`,
  };
  const delta = (table: keyof WorkSources) => `${places.target}.delta.${table}`;
  const after = { hold_fact: delta('hold_fact'), wait_fact: delta('wait_fact'), owner_span: delta('owner_span') };
  await build.temp(
    'changed_work',
    `
    WITH before AS (${workPieces(before)}), after AS (${workPieces(after)})
    SELECT agent_ix, from_at, coalesce(to_at, ${AFTER_ALL}) AS until_at
    FROM ((FROM before EXCEPT ALL FROM after) UNION ALL (FROM after EXCEPT ALL FROM before))`
  );
}

/** load_fact of the rows of status_fact that are new, and of those in which an agent's work changed: of all that is read by now. */
export async function layLoad(build: Build, places: Places, before: ReadonlyMap<string, number>): Promise<void> {
  const read = (table: string) => `${places.target}.main.${table}`;
  await build.change(
    [now('load_row')],
    `
    INSERT INTO ${now('load_row')}
    SELECT DISTINCT s.row_ix FROM ${read('status_fact')} s
    JOIN changed_work c ON c.agent_ix = s.agent_ix AND c.from_at < coalesce(s.to_at, ${AFTER_ALL}) AND c.until_at > s.from_at
    WHERE s.row_ix NOT IN (SELECT row_ix FROM ${now('load_row')})`
  );
  await build.temp('load_status', `SELECT * FROM ${read('status_fact')} SEMI JOIN ${now('load_row')} USING (row_ix)`);
  const [span] = await build.read(`SELECT min(from_at) AS first, max(coalesce(to_at, ${AFTER_ALL})) AS last FROM load_status`);
  const [first, last] = [span.first ?? AFTER_ALL, span.last ?? AFTER_ALL];
  const pieces = workPieces({
    hold_fact: `(SELECT * FROM ${read('hold_fact')} SEMI JOIN load_status USING (agent_ix) WHERE from_at < ${last} AND (to_at IS NULL OR to_at > ${first}))`,
    wait_fact: `(SELECT * FROM ${read('wait_fact')} WHERE begins_at < ${last} AND (ends_at IS NULL OR ends_at > ${first}))`,
    owner_span: `(SELECT o.* FROM ${read('owner_span')} o SEMI JOIN load_status s ON s.agent_ix = o.owner_ix)`,
  });
  await build.create('load_fact', loadOf(build, 'load_status', pieces));
  await takeOver(build, places, 'load_fact', before);
  await keepTouched(build, places, 'load_row');
}
