import type { Flavour } from '../flavour';
import type { Here, LayoutSelect } from '../layout';
import { attributesOf } from './attributes';
import { channelOf, kindOf, numberOf, somebody } from './words';

/** A row of a ticket’s history of one type, which has no attribute. */
const inHistory = (what: string, type: string): string => `
  SELECT ${what} FROM histories h
  WHERE h.o_id = t.id AND h.history_object_id = ${numberOf('history_objects', 'Ticket')} AND h.history_type_id = ${numberOf('history_types', type)}`;

const tagsOf = (sql: Flavour): string => `
  SELECT ${sql.list('i.name', 'i.name')} FROM tags g JOIN tag_items i ON i.id = g.tag_item_id
  WHERE g.o_id = t.id AND g.tag_object_id = ${numberOf('tag_objects', 'Ticket')}`;

/** A ticket: who began it is said by the sender of its first article, not by who typed it. One without a history was imported. */
export const ticket: LayoutSelect<'ticket'> = {
  reads: {
    tickets: [
      'id',
      'number',
      'title',
      'created_at',
      'updated_at',
      'group_id',
      'owner_id',
      'customer_id',
      'organization_id',
      'state_id',
      'priority_id',
      'create_article_sender_id',
      'create_article_type_id',
    ],
    ticket_states: ['id', 'state_type_id'],
    ticket_state_types: ['id', 'name'],
    ticket_priorities: ['id', 'name'],
    ticket_article_senders: ['id', 'name'],
    ticket_article_types: ['id', 'name'],
    histories: ['o_id', 'history_object_id', 'history_type_id', 'id_to'],
    history_objects: ['id', 'name'],
    history_types: ['id', 'name'],
    tags: ['o_id', 'tag_item_id', 'tag_object_id'],
    tag_items: ['id', 'name'],
    tag_objects: ['id', 'name'],
  },
  select: (sql: Flavour, here: Here) => `
    SELECT t.id AS ticket_id, t.number, t.title AS subject, t.created_at,
      CASE sender.name WHEN 'Agent' THEN 'agent' WHEN 'System' THEN 'system' ELSE 'customer' END AS created_by,
      ${channelOf('type.name')} AS channel, t.customer_id AS requester_id, t.organization_id AS org_id,
      ${somebody('t.owner_id')} AS owner_id, t.group_id AS team_id, 'states' AS pipeline_id, t.state_id AS stage_id,
      ${kindOf('kind.name')} AS status, priority.name AS priority, (${tagsOf(sql)}) AS tags,
      CASE kind.name WHEN 'merged' THEN (${inHistory('max(h.id_to)', 'merged_into')}) END AS merged_into_id,
      kind.name = 'removed' AS is_deleted, NOT EXISTS (${inHistory('1', 'created')}) AS is_imported,
      ${attributesOf(sql, here, 't')} AS attributes, t.updated_at
    FROM tickets t
      JOIN ticket_states state ON state.id = t.state_id
      JOIN ticket_state_types kind ON kind.id = state.state_type_id
      LEFT JOIN ticket_priorities priority ON priority.id = t.priority_id
      LEFT JOIN ticket_article_senders sender ON sender.id = t.create_article_sender_id
      LEFT JOIN ticket_article_types type ON type.id = t.create_article_type_id`,
  without: {
    category: 'Zammad has none; a custom attribute may be one',
    closed_at: 'it is an event',
    parent_id: 'Zammad has links',
    is_spam: 'Zammad has no mark for it',
    is_test: 'Zammad has no mark for it',
  },
};
