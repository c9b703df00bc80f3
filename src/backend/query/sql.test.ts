import { select, table } from './select';
import { join, literal, name, raw, sql } from './sql';

test('a template of several lines loses the indentation of the source, and what is put into it takes that of its line', () => {
  const inner = sql`
    SELECT a
    FROM t`;
  const outer = sql`
        SELECT *
        FROM (
          ${inner}
        ) x
        WHERE ${raw('b')} AND
          c`;
  expect(outer.text).toBe('SELECT *\nFROM (\n  SELECT a\n  FROM t\n) x\nWHERE b AND\n  c');
  expect(
    sql`
    x (
      ${outer}
    )`.text
  ).toBe('x (\n  SELECT *\n  FROM (\n    SELECT a\n    FROM t\n  ) x\n  WHERE b AND\n    c\n)');
});

test('what a person wrote is a parameter, whatever lines it has', () => {
  const hostile = "a'\n    b --\n${c}";
  const statement = table(
    sql`
    SELECT ${hostile}
    WHERE x IN (${join([hostile, 'b'])})`,
    'q'
  );
  expect(statement.text).toBe('(\n  SELECT $1\n  WHERE x IN ($2,$3)\n) q');
  expect(statement.values).toEqual([hostile, hostile, 'b']);
});

test('a SELECT has the clauses that it is given', () => {
  expect(select({ columns: [], from: raw('t') }).text).toBe('SELECT 1 AS one\nFROM t');
  expect(
    select({
      columns: [raw('a'), raw('b')],
      from: raw('t'),
      joins: [raw('JOIN u ON TRUE')],
      where: [raw('a'), raw('b')],
      groupBy: [raw('a'), raw('b')],
      orderBy: [raw('a DESC')],
      limit: 5,
    }).text
  ).toBe('SELECT a, b\nFROM t\nJOIN u ON TRUE\nWHERE a\n  AND b\nGROUP BY a, b\nORDER BY a DESC\nLIMIT 5');
  const long = 'a'.repeat(60);
  expect(select({ columns: [raw(long), raw(long)], from: raw('t') }).text).toBe(`SELECT\n  ${long},\n  ${long}\nFROM t`);
});

test.each(['a b', 'a;', 'A', '1a', '"a"', ''])('%j is no identifier', (identifier) => {
  expect(() => name(identifier)).toThrow('is not an identifier of the catalogue');
});

test.each([NaN, Infinity])('%d is no literal', (value) => {
  expect(() => literal(value)).toThrow('cannot be a literal');
});
