import type { DatabaseKind } from '../helpdesk/demo-helpdesk';

/** The words that its migrations have for a kind of database. */
const WORDS: Readonly<
  Record<DatabaseKind, { readonly id: string; readonly int: string; readonly small: string; readonly flag: string; readonly no: string; readonly end: string }>
> = {
  mysql: {
    id: 'int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY',
    int: 'int unsigned',
    small: 'tinyint unsigned',
    flag: 'tinyint(1)',
    no: '0',
    end: ' DEFAULT CHARSET = utf8mb4 COLLATE utf8mb4_unicode_ci',
  },
  postgres: { id: 'serial PRIMARY KEY', int: 'integer', small: 'smallint', flag: 'boolean', no: 'false', end: '' },
};

/** The tables of FreeScout with the columns that the layout reads; its clock keeps so many decimals of a second (0 there). */
export function tables(kind: DatabaseKind, decimals: number): readonly string[] {
  const { id, int, small, flag, no, end } = WORDS[kind];
  const time = `timestamp(${decimals}) NULL`;
  return [
    `CREATE TABLE conversations (
      id ${id}, number ${int} NOT NULL, type ${small} NOT NULL DEFAULT 1, status ${small} NOT NULL DEFAULT 1, state ${small} NOT NULL DEFAULT 2,
      subject varchar(998) NULL, imported ${flag} NOT NULL DEFAULT ${no}, mailbox_id ${int} NOT NULL, user_id ${int} NULL, customer_id ${int} NULL,
      created_by_user_id ${int} NULL, created_by_customer_id ${int} NULL, closed_by_user_id ${int} NULL, closed_at ${time}, created_at ${time}, updated_at ${time},
      meta text NULL)${end}`,
    `CREATE TABLE threads (
      id ${id}, conversation_id ${int} NOT NULL, user_id ${int} NULL, type ${small} NOT NULL, subtype ${small} NULL, status ${small} NOT NULL DEFAULT 1,
      state ${small} NOT NULL DEFAULT 2, action_type ${small} NULL, action_data varchar(255) NULL, source_via ${small} NOT NULL DEFAULT 1,
      customer_id ${int} NULL, created_by_user_id ${int} NULL, created_by_customer_id ${int} NULL, created_at ${time}, updated_at ${time}, meta text NULL,
      imported ${flag} NOT NULL DEFAULT ${no})${end}`,
    `CREATE INDEX threads_of_conversation ON threads (conversation_id)`,
    `CREATE TABLE users (
      id ${id}, first_name varchar(20) NOT NULL, last_name varchar(30) NOT NULL DEFAULT '', timezone varchar(255) NOT NULL DEFAULT 'UTC',
      type ${small} NOT NULL DEFAULT 1, status ${small} NOT NULL DEFAULT 1, updated_at ${time})${end}`,
    `CREATE TABLE mailboxes (id ${id}, name varchar(40) NOT NULL)${end}`,
    `CREATE TABLE mailbox_user (id ${id}, mailbox_id ${int} NOT NULL, user_id ${int} NOT NULL)${end}`,
    `CREATE TABLE customers (id ${id}, first_name varchar(255) NULL, last_name varchar(255) NULL, company text NULL, updated_at ${time})${end}`,
    `CREATE TABLE emails (id ${id}, customer_id ${int} NOT NULL, email varchar(191) NOT NULL)${end}`,
  ];
}

/** The tables and columns of its modules: Tags, and Satisfaction Ratings. */
export function tagTables(kind: DatabaseKind): readonly string[] {
  const { id, int, end } = WORDS[kind];
  return [
    `CREATE TABLE tags (id ${id}, name varchar(191) NOT NULL)${end}`,
    `CREATE TABLE conversation_tag (id ${id}, conversation_id ${int} NOT NULL, tag_id ${int} NOT NULL)${end}`,
  ];
}

export const RATING_COLUMNS: readonly string[] = ['ALTER TABLE threads ADD rating smallint NULL', 'ALTER TABLE threads ADD rating_comment text NULL'];
