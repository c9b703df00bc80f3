import type { Flavour } from '../flavour';
import { entriesOf, entry, readYaml } from '../yaml';
import { NOBODY, numberOf } from './words';

/** Columns of tickets that conditions ask for and that never mean another thing than they say. */
export const ASKED = [
  'group_id',
  'priority_id',
  'state_id',
  'organization_id',
  'customer_id',
  'owner_id',
  'created_by_id',
  'create_article_type_id',
  'create_article_sender_id',
  'title',
  'number',
] as const;

/** What a condition is translated for. */
interface Asking {
  readonly sql: Flavour;
  /** The columns of tickets that may be asked for. */
  readonly columns: readonly string[];
}

/** A condition of an SLA, as it stands in its text, as SQL that is true of tickets `t`; null where it asks for nothing. Throws what it asks that cannot be told here. */
export function conditionOf(text: string | null, asking: Asking): string | null {
  const written = text === null || text.trim() === '' ? null : readYaml(text);
  return isBlock(written)
    ? blockOf(written, asking)
    : joined(
        entriesOf(written).map(([name, said]) => testOf(name, said, asking)),
        'AND'
      );
}

const isBlock = (value: unknown): boolean => Array.isArray(entry(value, 'conditions'));

/** Since Zammad 6 conditions can be blocks of conditions. */
function blockOf(block: unknown, asking: Asking): string | null {
  const inside = entry(block, 'conditions') as readonly unknown[];
  const tests = inside.map((one) => (isBlock(one) ? blockOf(one, asking) : testOf(String(entry(one, 'name')), one, asking)));
  const operator = String(entry(block, 'operator') ?? 'AND');
  if (!['AND', 'OR', 'NOT'].includes(operator)) {
    throw new Error(`its condition joins by "${operator}"`);
  }
  const whole = joined(tests, operator === 'OR' ? 'OR' : 'AND');
  return operator === 'NOT' && whole !== null ? `NOT ${whole}` : whole;
}

function joined(tests: ReadonlyArray<string | null>, by: 'AND' | 'OR'): string | null {
  const said = tests.filter((test) => test !== null);
  return said.length === 0 ? null : `(${said.join(` ${by} `)})`;
}

/** One test, such as `ticket.group_id` is 1 or 2. */
function testOf(name: string, said: unknown, asking: Asking): string {
  const [object, column = ''] = name.split('.');
  const operator = String(entry(said, 'operator'));
  const preCondition = entry(said, 'pre_condition');
  const values = valuesOf(entry(said, 'value'));
  const unknown = new Error(`its condition asks whether ${name} ${operator}`);
  if (object !== 'ticket') {
    throw unknown;
  }
  if (column === 'tags') {
    return tagsTest(operator, values, asking.sql, unknown);
  }
  if (!asking.columns.includes(column)) {
    throw unknown;
  }
  const value = `t."${column}"`;
  if (preCondition === 'not_set') {
    const none = /^(owner|customer|created_by)_id$/.test(column) ? `(${value} IS NULL OR ${value} = ${NOBODY})` : `${value} IS NULL`;
    return negatedBy(operator, none, unknown);
  }
  if (typeof preCondition === 'string' && preCondition !== 'specific' && preCondition !== '') {
    throw new Error(`its condition asks for ${preCondition}`);
  }
  switch (operator) {
    case 'contains':
    case 'contains not':
      return `${operator === 'contains' ? '' : 'NOT '}${anyOf(values.map((one) => `lower(coalesce(${asking.sql.text(value)}, '')) LIKE ${like(one, asking.sql)} ESCAPE '!'`))}`;
    case 'is any of':
      return isOneOf(value, values, asking.sql);
    case 'is none of':
      return `NOT ${isOneOf(value, values, asking.sql)}`;
    default:
      return negatedBy(operator, isOneOf(value, values, asking.sql), unknown);
  }
}

function negatedBy(operator: string, test: string, unknown: Error): string {
  if (operator !== 'is' && operator !== 'is not') {
    throw unknown;
  }
  return operator === 'is' ? test : `NOT ${test}`;
}

/** Never null, so that its negation is its opposite. An empty text means none. */
function isOneOf(value: string, values: readonly string[], sql: Flavour): string {
  const given = values.filter((one) => one !== '');
  return anyOf([
    ...(given.length === 0 ? [] : [`coalesce(${sql.text(value)}, '') IN (${given.map((one) => sql.literal(one)).join(', ')})`]),
    ...(given.length < values.length || values.length === 0 ? [`coalesce(${sql.text(value)}, '') = ''`] : []),
  ]);
}

/** Texts of tags, parted by commas. */
function tagsTest(operator: string, values: readonly string[], sql: Flavour, unknown: Error): string {
  const tags = values
    .flatMap((value) => value.split(','))
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  const has = (tag: string): string => `
    EXISTS (
      SELECT 1 FROM tags g JOIN tag_items i ON i.id = g.tag_item_id
      WHERE g.o_id = t.id AND g.tag_object_id = ${numberOf('tag_objects', 'Ticket')} AND i.name = ${sql.literal(tag)})`;
  if (tags.length === 0 || (operator !== 'contains one' && operator !== 'contains all')) {
    throw unknown;
  }
  return `(${tags.map(has).join(operator === 'contains one' ? ' OR ' : ' AND ')})`;
}

const anyOf = (tests: readonly string[]): string => `(${tests.length === 0 ? '1 = 0' : tests.join(' OR ')})`;

function valuesOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map((one: unknown) => (one === null || one === undefined ? '' : String(one)));
}

function like(value: string, sql: Flavour): string {
  return sql.literal(`%${value.toLowerCase().replace(/[!%_]/g, '!$&')}%`);
}
