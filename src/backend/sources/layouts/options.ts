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

/** What holds for each option of a layout: what the settings say where the helpdesk has that, else the only one that it has. Throws a SourceError that lists them. */
export async function chosenOptions(named: Named<HelpdeskLayout>, sql: Flavour, ask: Ask, remark: (remark: Remark) => void): Promise<LayoutOptions> {
  const chosen: Record<string, string> = {};
  for (const [option, values] of Object.entries(named.layout.values ?? {})) {
    const { id, name } = await chosenValue(named, option, values, sql, ask);
    remark({ kind: 'note', text: `The layout "${named.name}" reads the ${option} ${id} (${name}).` });
    chosen[option] = id;
  }
  return chosen;
}

async function chosenValue({ layout, options }: Named<HelpdeskLayout>, option: string, values: OptionValues, sql: Flavour, ask: Ask): Promise<Value> {
  const wanted = options?.[option];
  const given = `WITH given (id, name) AS (${values.select(sql)}) SELECT * FROM given`;
  const found = async (which: string): Promise<Value[]> => (await ask(`${given} ${which}`)).rows.map((row) => ({ id: String(row.id), name: String(row.name) }));
  if (wanted !== undefined) {
    const [value] = await found(`WHERE ${sql.text('id')} = ${sql.literal(wanted)}`);
    if (value) {
      return value;
    }
  }
  const all = await found(`LIMIT ${LISTED + 1}`);
  if (wanted === undefined && all.length === 1) {
    return all[0];
  }
  const said = `${all
    .slice(0, LISTED)
    .map(({ id, name }) => `${id} (${name})`)
    .join(', ')}${all.length > LISTED ? ', …' : ''}`;
  const here = all.length === 0 ? `This ${layout.label} has no ${values.called}.` : `This ${layout.label} has the ${values.called} ${said}.`;
  throw new SourceError(
    'config',
    wanted === undefined ? here : `There is no ${option} ${quoted(wanted)}. ${here}`,
    all.length === 0 ? 'Check the database and the schema.' : `Choose one in "source.layoutOptions.${option}" of the data source’s settings.`
  );
}
