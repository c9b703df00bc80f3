import type { ColumnOf, ColumnType, TableName } from '../../src/backend/canonical/tables';

/** What the generator gives for each type: ids by number where there are many, instants in epoch ms, lists and objects as JSON. */
interface Values extends Readonly<Record<ColumnType, unknown>> {
  readonly id: string | number;
  readonly text: string | number;
  readonly instant: number;
  readonly date: string;
  readonly time: string;
  readonly boolean: boolean;
  readonly integer: number;
  readonly number: number;
  readonly tags: string;
  readonly json: string;
}

type Required = { readonly required: true };

/** A row of a canonical table by column name. What may be empty may be left out: it is empty then. */
export type Row<Table extends TableName> = {
  readonly [Column in Extract<ColumnOf<Table>, Required> as Column['name']]: Values[Column['type']];
} & {
  readonly [Column in Exclude<ColumnOf<Table>, Required> as Column['name']]?: Values[Column['type']] | null;
};

/** Rows of several tables, by table. */
export type Rows = { readonly [Table in TableName]?: ReadonlyArray<Row<Table>> };
