import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const QUERY = join(__dirname, '..');

/** What engines write each in its own way: DuckDB's, and what is near it. */
const CONSTRUCTS: Readonly<Record<string, RegExp>> = {
  'a whole division': /\/\//,
  'a quantile': /\b(quantile|percentile|approx_)\w*/i,
  'an as-of join': /\bASOF\b/i,
  'a list': /\b(unnest|list|list_\w+|array_\w+|range|generate_series)\(|\[\$|\[\]/i,
  'a union by name': /\bBY NAME\b/i,
  'replaced or excluded columns': /\b(REPLACE|EXCLUDE|COLUMNS)\s*\(/i,
  'an aggregate’s filter': /\bFILTER\s*\(/i,
  'a cast': /::|\b(TRY_)?CAST\s*\(/i,
  'a search in texts': /\b(contains|strpos|position|regexp_\w+)\(|\bI?LIKE\b/i,
  'texts in one': /\b(string_agg|group_concat|listagg)\(/i,
  'a bit test': / [&|^] |\bbit_\w+\(/i,
  'the greatest or least': /\b(greatest|least)\(/i,
  'another of DuckDB’s': /\browid\b|\b(QUALIFY|PIVOT|UNPIVOT|SUMMARIZE|epoch_ms|date_trunc|date_part|struct_pack|arg_max|arg_min|first|any_value)\s*\(/i,
};

/** The constructs in the texts of a source, each with its line: code and comments are no SQL. */
function constructs(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      node.text.split('\n').forEach((text, i) => {
        const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1 + i;
        for (const [what, pattern] of Object.entries(CONSTRUCTS)) {
          if (pattern.test(text)) {
            found.push(
              `${file.slice(QUERY.length + 1)}:${line} writes ${what} (“${text.trim()}”): give it a name in dialect/dialect.ts and write it in dialect/duckdb.ts.`
            );
          }
        }
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const sources = readdirSync(QUERY, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.(test|fixture|arbitrary)\.ts$/.test(file))
  .map((file) => join(QUERY, file));

test('no SQL of one engine stands outside the dialect', () => {
  expect(sources.filter((file) => !file.startsWith(__dirname)).flatMap(constructs)).toEqual([]);
});

test('what is looked for is what the dialect writes', () => {
  const found = constructs(join(__dirname, 'duckdb.ts'));
  const missing = Object.keys(CONSTRUCTS).filter((what) => !found.some((one) => one.includes(what)));
  expect(missing).toEqual(['another of DuckDB’s']);
});
