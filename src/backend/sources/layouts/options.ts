import { quoted } from '../../../shared/echo';
import { type Remark, SourceError } from '../source';
import type { Flavour } from './flavour';
import type { HelpdeskLayout, LayoutOptions, Named, OptionValues } from './layout';

/** So many values are listed at most. */
const LISTED = 20;

/** Runs a SELECT in the helpdesk’s database. */
type Ask = (sql: string) => Promise<{ readonly rows: ReadonlyArray<Record<string, unknown>> }>;

interface Value {
  readonly id: string;
  readonly name: string;
}

/** What holds for each option of a layout: what the settings say where the helpdesk has that; else the only one that it has, or none where several may be named. Throws a SourceError that lists them. */
export async function chosenOptions(named: Named<HelpdeskLayout>, sql: Flavour, ask: Ask, remark: (remark: Remark) => void): Promise<LayoutOptions> {
  const chosen: Record<string, string> = {};
  for (const [option, values] of Object.entries(named.layout.values ?? {})) {
    const isMany = named.layout.options?.[option] === 'keys';
    const found = await (isMany ? namedValues : oneValue)(named, option, values, sql, ask);
    if (found.length > 0) {
      remark({ kind: 'note', text: `The layout "${named.name}" reads the ${isMany ? values.called : option} ${found.map(said).join(', ')}.` });
    }
    chosen[option] = found.map(({ id }) => id).join(',');
  }
  return chosen;
}

/** The values that the settings name, as many as they do. */
async function namedValues({ layout, options }: Named<HelpdeskLayout>, option: string, values: OptionValues, sql: Flavour, ask: Ask): Promise<Value[]> {
  const wanted = (options?.[option] ?? '').split(/[\s,]+/).filter((id) => id !== '');
  const found = wanted.length === 0 ? [] : await valuesOf(values, sql, ask, `WHERE ${sql.text('id')} IN (${wanted.map(sql.literal).join(', ')})`);
  const missing = wanted.find((id) => !found.some((one) => one.id === id));
  if (missing !== undefined) {
    throw await notThere(layout, option, values, sql, ask, `${quoted(missing)} is none of the ${values.called}.`);
  }
  return found;
}

async function oneValue({ layout, options }: Named<HelpdeskLayout>, option: string, values: OptionValues, sql: Flavour, ask: Ask): Promise<Value[]> {
  const wanted = options?.[option];
  const found = await valuesOf(values, sql, ask, wanted === undefined ? 'LIMIT 2' : `WHERE ${sql.text('id')} = ${sql.literal(wanted)}`);
  if (found.length !== 1) {
    throw await notThere(layout, option, values, sql, ask, wanted === undefined ? null : `There is no ${option} ${quoted(wanted)}.`);
  }
  return found;
}

async function valuesOf(values: OptionValues, sql: Flavour, ask: Ask, which: string): Promise<Value[]> {
  const { rows } = await ask(`WITH given (id, name) AS (${values.select(sql)}) SELECT * FROM given ${which}`);
  return rows.map((row) => ({ id: String(row.id), name: String(row.name) }));
}

const said = ({ id, name }: Value): string => `${id} (${name})`;

/** An error that lists what there is; `wrong` says what was asked for and is not there. */
async function notThere({ label }: HelpdeskLayout, option: string, values: OptionValues, sql: Flavour, ask: Ask, wrong: string | null): Promise<SourceError> {
  const all = await valuesOf(values, sql, ask, `LIMIT ${LISTED + 1}`);
  const list = `${all.slice(0, LISTED).map(said).join(', ')}${all.length > LISTED ? ', …' : ''}`;
  const here = all.length === 0 ? `This ${label} has no ${values.called}.` : `This ${label} has the ${values.called} ${list}.`;
  return new SourceError(
    'config',
    wrong === null ? here : `${wrong} ${here}`,
    all.length === 0 ? 'Check the database and the schema.' : `Choose one in "source.layoutOptions.${option}" of the data source’s settings.`
  );
}
