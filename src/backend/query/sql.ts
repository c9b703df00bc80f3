import { empty, join, type RawValue, raw, Sql } from 'sql-template-tag';

import { layout } from './layout';

export { empty, join, raw, type Sql };

/**
 * SQL with bound values: `sql\`x = ${value}\`` never inlines a value. A template of several lines loses the indentation of the source, and a
 * statement put into it takes that of its line: people read what is asked.
 */
export function sql(template: TemplateStringsArray, ...values: RawValue[]): Sql {
  const { parts, margins } = layout(template);
  return new Sql(
    parts,
    values.map((value, i) => (value instanceof Sql ? indented(value, margins[i]) : value))
  );
}

/** A fragment with its further lines indented. Its own text alone is touched: what a person wrote is a bound value, and no literal has several lines. */
export function indented(fragment: Sql, margin: string): Sql {
  if (margin === '' || !fragment.strings.some((text) => text.includes('\n'))) {
    return fragment;
  }
  return new Sql(
    fragment.strings.map((text) => (text.includes('\n') ? text.replaceAll('\n', `\n${margin}`) : text)),
    fragment.values
  );
}

/** An identifier of the catalogue's: letters, digits and underscores only, so that nothing else can become SQL. */
export function name(identifier: string): Sql {
  if (!/^[a-z_][a-z0-9_]*$/.test(identifier)) {
    throw new Error(`"${identifier}" is not an identifier of the catalogue.`);
  }
  return raw(identifier);
}

/** A number computed by the compiler (an edge, a key), as a literal. */
export function literal(value: number): Sql {
  return literals([value]);
}

/** Such numbers as a list: of a table of edges there are thousands, so they are one text. */
export function literals(values: readonly number[]): Sql {
  const odd = values.find((value) => !Number.isFinite(value));
  if (odd !== undefined) {
    throw new Error(`${odd} cannot be a literal.`);
  }
  return raw(values.join());
}

/** Conditions joined by AND, one a line; TRUE where there is none. */
export function all(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? raw('TRUE') : join([...conditions], '\n  AND ');
}
