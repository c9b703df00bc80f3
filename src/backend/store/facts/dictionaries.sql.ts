import { AVAILABILITIES, type ColumnName } from '../../canonical/tables';
import type { Dictionary } from '../../../shared/catalog/dictionaries';
import { KNOWN_VALUES, type KnownValues } from '../../../shared/catalog/known-values';
import { ofAttributes, TICKET_ATTRIBUTES, type TicketAttributeId } from '../../../shared/catalog/ticket-attributes';
import { STATUS_KINDS } from '../../../shared/words';
import { text } from '../../duckdb/sql-text';
import type { Build } from './build';

/** What fills a dictionary: a query of ids, which may repeat, and the entities that give them names and further columns. */
interface Recipe {
  readonly ids: readonly string[];
  /** A query with `id`, `name` and the further columns, at most one row an id. */
  readonly entities?: string;
  /** Further columns: the SQL value of an id without an entity, by name. */
  readonly columns?: Readonly<Record<string, string>>;
}

/** Creates every dictionary table: a row 0 for none, then the ids. An id without an entity is its own name. */
export async function createDictionaries(build: Build): Promise<void> {
  await build.temp(
    'd_event_value',
    `
    SELECT DISTINCT field, unnest([from_value, to_value]) AS id FROM (
      SELECT DISTINCT field, from_value, to_value FROM ${build.source('ticket_event')}
      WHERE field IN ('owner', 'team', 'priority', 'schedule', 'stage'))`
  );
  for (const [name, recipe] of Object.entries(recipes(build))) {
    await build.createFor(`dim_${name}`, 'id', dictionary(build, `dim_${name}`, recipe));
  }
  await build.drop('d_event_value');
}

function dictionary(build: Build, table: string, { ids, entities, columns = {} }: Recipe): string {
  const extra = Object.keys(columns)
    .map((column) => `, ${column}`)
    .join('');
  const none = Object.entries(columns)
    .map(([column, value]) => `, ${value} AS ${column}`)
    .join('');
  const filled = Object.entries(columns)
    .map(([column, value]) => `, coalesce(${column}, ${value}) AS ${column}`)
    .join('');
  // one plain list needs no set of all ids
  const distinct = ids.length === 0 ? '' : `SELECT DISTINCT id FROM (${ids.join(' UNION ALL ')}) WHERE id IS NOT NULL`;
  const rows =
    distinct === ''
      ? `SELECT id, name${extra} FROM (${entities})`
      : entities === undefined
        ? `SELECT id, id AS name FROM (${distinct})`
        : `SELECT id, name${filled} FROM (${distinct}) FULL JOIN (${entities}) USING (id)`;
  return `
    SELECT 0::INTEGER AS ix, NULL::VARCHAR AS id, NULL::VARCHAR AS name${none}
    UNION ALL
    SELECT ix::INTEGER, id, coalesce(nullif(name, ''), id)${extra} FROM (${keyed(build, table, rows)})`;
}

/** Rows with `id` and their keys: in the order of the ids' texts; where facts are laid over others an id keeps the key that it has there, and new ones come after all. */
function keyed({ options: { over } }: Build, table: string, rows: string): string {
  return over === undefined
    ? `SELECT row_number() OVER (ORDER BY id) AS ix, * FROM (${rows})`
    : `
      SELECT coalesce(k.ix, (SELECT max(ix) FROM ${over.facts}.${table}) + row_number() OVER (PARTITION BY k.ix IS NULL ORDER BY r.id)) AS ix, r.*
      FROM (${rows}) r LEFT JOIN (SELECT ix, id FROM ${over.facts}.${table}) k ON k.id = r.id`;
}

/** In the order in which they are made: some look up others. */
function recipes(build: Build): Record<Dictionary, Recipe> {
  const of = (table: Parameters<Build['source']>[0], column: string) => `SELECT ${column} AS id FROM ${build.source(table)}`;
  const events = (field: string) => `SELECT id FROM d_event_value WHERE field = ${text(field)}`;
  const words = (names: KnownValues, all: readonly string[]) =>
    all.map((word) => `SELECT ${text(word)} AS id, ${text(names[word] ?? word)} AS name`).join(' UNION ALL ');
  const entities = (table: Parameters<Build['source']>[0], id: string, name: string, extra = '') =>
    `SELECT ${id} AS id, ${name} AS name${extra} FROM ${build.source(table)}`;

  // what there is of an attribute besides the ids that tickets have
  const more: Readonly<Partial<Record<TicketAttributeId, Recipe>>> = {
    team: {
      ids: [events('team'), of('team_member', 'team_id')],
      entities: entities('team', 'team_id', 'name', ', true AS is_known'),
      columns: { is_known: 'false' },
    },
    customer: { ids: [of('survey', 'customer_id')], entities: entities('customer', 'customer_id', 'name') },
    organization: { ids: [of('customer', 'org_id')], entities: entities('organization', 'org_id', 'name') },
    pipeline: { ids: [of('stage', 'pipeline_id')], entities: entities('pipeline', 'pipeline_id', 'label') },
    stage: {
      ids: [events('stage')],
      entities: `
        SELECT stage_id AS id, label AS name, kind, position, p.ix AS pipeline_ix, pauses_sla
        FROM ${build.source('stage')} s LEFT JOIN ${build.target('dim_pipeline')} p ON p.id = s.pipeline_id`,
      columns: { kind: 'NULL::VARCHAR', position: 'NULL::INTEGER', pipeline_ix: '0::INTEGER', pauses_sla: 'false' },
    },
    priority: { ids: [events('priority'), `SELECT nullif(priority, '') AS id FROM ${build.source('sla_target')}`] },
  };

  return {
    ...ofAttributes((id): Recipe => {
      const { ids = [], ...rest } = more[id] ?? {};
      return { ids: [of('ticket', sourceOf(id)), ...ids], ...rest };
    }),
    ticket: {
      ids: [],
      entities: entities('ticket', 'ticket_id', 'number', ', number, subject, created_at'),
      columns: { number: 'NULL::VARCHAR', subject: 'NULL::VARCHAR', created_at: 'NULL::BIGINT' },
    },
    calendar: {
      ids: [of('sla_target', 'calendar_id'), of('agent', 'calendar_id'), events('schedule'), 'SELECT calendar_id AS id FROM d_agent_calendar'],
      entities: 'SELECT id, name, time_zone FROM d_calendar',
      columns: { time_zone: 'NULL::VARCHAR' },
    },
    agent: {
      ids: [
        of('ticket', 'owner_id'),
        events('owner'),
        of('survey', 'agent_id'),
        of('time_entry', 'agent_id'),
        `SELECT DISTINCT author_id AS id FROM ${build.source('message')} WHERE author_kind = 'agent'`,
        of('agent_status', 'agent_id'),
        of('team_member', 'agent_id'),
      ],
      entities: `
        SELECT a.agent_id AS id, a.name, is_bot, active, c.ix AS calendar_ix, a.time_zone, true AS is_known
        FROM ${build.source('agent')} a LEFT JOIN d_agent_calendar s USING (agent_id)
        LEFT JOIN ${build.target('dim_calendar')} c ON c.id = coalesce(s.calendar_id, a.calendar_id)`,
      columns: { is_bot: 'false', active: 'true', calendar_ix: '0::INTEGER', time_zone: 'NULL::VARCHAR', is_known: 'false' },
    },
    tag: { ids: [`SELECT unnest(tags) AS id FROM ${build.source('ticket')}`] },
    // whoever opened or closed a ticket: mostly an agent, at times its customer
    actor: {
      ids: [],
      entities: `
        SELECT id, coalesce(any_value(a.name), any_value(c.name)) AS name
        FROM (SELECT DISTINCT actor_id AS id FROM ${build.source('ticket_event')} WHERE field IN ('status', 'stage') AND actor_id IS NOT NULL)
        LEFT JOIN ${build.source('agent')} a ON a.agent_id = id LEFT JOIN ${build.source('customer')} c ON c.customer_id = id GROUP BY id`,
    },
    status: { ids: [], entities: words(KNOWN_VALUES.status, STATUS_KINDS) },
    availability: { ids: [of('agent_status', 'availability')], entities: words(KNOWN_VALUES.availability, AVAILABILITIES) },
    agent_status: { ids: [of('agent_status', 'status')] },
    rating: { ids: [`SELECT ${number('score')} AS id FROM ${build.source('survey')}`] },
    scale: { ids: [`SELECT ${scale} AS id FROM ${build.source('survey')}`] },
    survey_form: { ids: [of('survey', 'form_id')] },
    survey: { ids: [of('survey', 'survey_id')] },
    session: { ids: [of('chat_session', 'session_id')] },
    policy: { ids: [of('sla_target', 'policy_id'), of('ticket_sla', 'policy_id')] },
    custom_field: {
      ids: [],
      entities: 'SELECT key AS id, key AS name, value_count, is_offered FROM d_custom_field',
      columns: { value_count: '0::INTEGER', is_offered: 'false' },
    },
    custom_value: { ids: ['SELECT DISTINCT value AS id FROM d_custom SEMI JOIN (SELECT key FROM d_custom_field WHERE is_offered) USING (key)'] },
    activity: { ids: [of('time_entry', `nullif(activity, '')`)] },
  };
}

/** The column of canonical `ticket` that an attribute's ids are in. */
export function sourceOf(id: TicketAttributeId): ColumnName<'ticket'> {
  return TICKET_ATTRIBUTES[id].from;
}

/** A number as its shortest text: 4, not 4.0. */
export function number(value: string): string {
  return `CASE WHEN ${value} = floor(${value}) AND abs(${value}) < 1e15 THEN ${value}::BIGINT::VARCHAR ELSE ${value}::VARCHAR END`;
}

/** A survey's scale as text: 1-5. */
export const scale = `${number('scale_min')} || '-' || ${number('scale_max')}`;

/** The LEFT JOIN that looks an id up in a dictionary, and the key it finds: 0 where there is none. */
export function lookUp(build: Build, name: Dictionary, alias: string, id: string): string {
  return `LEFT JOIN ${build.target(`dim_${name}`)} ${alias} ON ${alias}.id = ${id}`;
}
