/**
 * - `id`, `text`: text. `instant`: a UTC instant, whole milliseconds. `date`: a local date `YYYY-MM-DD`. `time`: `HH:MM`.
 * - `tags`: a list of texts (a JSON array in CSV). `json`: a JSON object.
 */
export type ColumnType = 'id' | 'text' | 'instant' | 'date' | 'time' | 'boolean' | 'integer' | 'number' | 'tags' | 'json';

/** One column of a canonical table. */
export interface CanonicalColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** The column must exist and no row may leave it empty. */
  readonly required?: true;
  /** The value of an absent column or an empty field; null where not given. */
  readonly default?: string | number | boolean;
  /** The only words allowed. */
  readonly oneOf?: readonly string[];
  /** The only words allowed in rows of which another column holds a word. */
  readonly oneOfWhere?: { readonly column: string; readonly is: string; readonly words: readonly string[] };
  /** The least and the greatest number allowed. */
  readonly between?: readonly [number, number];
  /** Columns of the same row that it must lie above, or between, their ends included. */
  readonly above?: string;
  readonly inside?: readonly [string, string];
  /** Rows in which the text is an id, as other columns of the row say. */
  readonly idWhere?: Where;
  /** Rows in which it names an agent or a team, which the settings may call nobody. */
  readonly nobodyWhere?: Where | 'always';
}

/** The rows in which another column has one of some words. */
export interface Where {
  readonly column: string;
  readonly is: readonly string[];
}

/** A plain column of a name. */
export const id = <Name extends string>(name: Name) => ({ name, type: 'id' }) as const;
export const text = <Name extends string>(name: Name) => ({ name, type: 'text' }) as const;
export const instant = <Name extends string>(name: Name) => ({ name, type: 'instant' }) as const;
export const date = <Name extends string>(name: Name) => ({ name, type: 'date' }) as const;
export const time = <Name extends string>(name: Name) => ({ name, type: 'time' }) as const;
export const integer = <Name extends string>(name: Name) => ({ name, type: 'integer' }) as const;
export const number = <Name extends string>(name: Name) => ({ name, type: 'number' }) as const;
export const tags = <Name extends string>(name: Name) => ({ name, type: 'tags' }) as const;
export const json = <Name extends string>(name: Name) => ({ name, type: 'json' }) as const;

/** An id of an agent or a team: who has it, in all rows or in some. */
export const holder = <Name extends string>(name: Name, nobodyWhere: Where | 'always' = 'always') => ({ ...id(name), nobodyWhere }) as const;

/** A column of yes and no, which an empty field answers too. */
export const flag = <Name extends string>(name: Name, value = false) => ({ name, type: 'boolean', default: value }) as const;

/** A column of a few words; `value` is the one that an empty field stands for. */
export const word = <Name extends string>(name: Name, oneOf: readonly string[], value?: string) =>
  ({ name, type: 'text', oneOf, ...(value === undefined ? {} : { default: value }) }) as const;

/** A text that is one of a few words in rows of which another column holds a word. */
export const wordWhere = <Name extends string>(name: Name, oneOfWhere: NonNullable<CanonicalColumn['oneOfWhere']>) =>
  ({ name, type: 'text', oneOfWhere }) as const;

/** A column that must exist and that no row may leave empty. */
export const must = <Column extends CanonicalColumn>(column: Column) => ({ ...column, required: true }) as const;
