import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

import { METRICS } from '../../src/shared/catalog';
import { CUSTOM_VALUES, DIMENSION_CATALOG } from '../../src/shared/catalog/dimensions';
import { TOPICS } from '../../src/shared/catalog/metric';
import { RECORD_COLUMNS } from '../../src/shared/catalog/record-columns';
import { SERIES_LABELS, STATISTIC_LABELS, UNIT_LABELS } from '../../src/shared/labels';
import { DIMENSIONS } from '../../src/shared/words';

/** Texts by dotted key. */
export type Texts = Readonly<Record<string, string>>;

const FRONTEND = join(__dirname, '../../src/frontend');

/** What the catalogue and the backend call things, in English. */
export function catalogTexts(): Texts {
  const texts: Record<string, string> = {};
  const put = (key: string, text: string) => {
    texts[`catalog.${key}`] = text;
  };
  Object.entries(TOPICS).forEach(([topic, name]) => put(`topic.${topic}`, name));
  METRICS.forEach(({ id, label, question, about, datedBy }) =>
    Object.entries({ label, question, about, datedBy }).forEach(([key, text]) => put(`metric.${id}.${key}`, text))
  );
  Object.entries(STATISTIC_LABELS).forEach(([statistic, label]) => put(`statistic.${statistic}`, label));
  Object.entries(UNIT_LABELS).forEach(([unit, label]) => put(`unit.${unit}`, label));
  DIMENSIONS.forEach((id) => {
    const { label, values, none, known = {} } = DIMENSION_CATALOG[id];
    put(`dimension.${id}`, label);
    put(`value.${id}.none`, none);
    Object.entries(known).forEach(([word, name]) => put(`value.${id}.${word}`, name));
    // hours and bands are written alike everywhere
    if (typeof values !== 'string' && id !== 'hour_of_day' && id !== 'duration_band') {
      values.forEach((value) => put(`value.${id}.${value.id}`, value.name));
    }
  });
  put(`value.${CUSTOM_VALUES}.none`, '(none)');
  Object.entries(SERIES_LABELS).forEach(([word, label]) => put(`series.${word}`, label));
  Object.entries(RECORD_COLUMNS).forEach(([word, { label }]) => put(`column.${word}`, label));
  return texts;
}

/** The texts that the frontend's code asks for with a key of its own, and the English it gives. Keys made at run time are the catalogue's. */
export function codeTexts(): { readonly texts: Texts; readonly conflicts: readonly string[]; readonly dynamic: readonly string[] } {
  const texts: Record<string, string> = {};
  const conflicts: string[] = [];
  const dynamic: string[] = [];
  for (const file of sources(FRONTEND)) {
    const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 't') {
        const [key, text] = node.arguments;
        if (ts.isStringLiteralLike(key) && text && ts.isStringLiteralLike(text)) {
          if (key.text in texts && texts[key.text] !== text.text) {
            conflicts.push(key.text);
          }
          texts[key.text] = text.text;
        } else {
          dynamic.push(key.getText());
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return { texts, conflicts, dynamic };
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : /\.tsx?$/.test(entry.name) && !/\.(test|fixture)\./.test(entry.name) ? [path] : [];
  });
}

/** The English file: the texts as the code and the catalogue have them. */
export function englishFile(): string {
  return `${JSON.stringify(nested({ ...codeTexts().texts, ...catalogTexts() }), null, 2)}\n`;
}

/** Nested texts by dotted key. */
export function flat(nested: object, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(nested).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : Object.entries(flat(value as object, `${prefix}${key}.`))
    )
  );
}

/** Texts by dotted key as nested JSON, keys in order. */
function nested(texts: Texts): object {
  const root: Record<string, unknown> = {};
  for (const key of Object.keys(texts).sort()) {
    const path = key.split('.');
    const folder = path.slice(0, -1).reduce<Record<string, unknown>>((inner, part) => (inner[part] ??= {}) as Record<string, unknown>, root);
    folder[path[path.length - 1]] = texts[key];
  }
  return root;
}
