import type { ConnectionType } from '../../../../shared/layouts';
import type { Layouts, Named } from '../../layouts/layout';
import { recognise, type Recognised } from '../../layouts/recognise';
import { type Proposal, type Remark, SourceError } from '../../source';
import { layoutTables, tablesOf } from './layout-tables';
import type { LayoutPlace } from './place';

/** How a database is looked at where its tables are not those of the layout. */
export interface Choosing<Session> {
  readonly connection: ConnectionType;
  readonly layouts: Layouts;
  /** The layout that the settings have. */
  readonly chosen: Pick<Named, 'name' | 'options'>;
  readonly place: (session: Session) => Promise<LayoutPlace<{ readonly name: string }>>;
}

/** A fault of tables that are not what the layout expects, as what it is where they are another helpdesk’s: then it proposes that one’s layout. */
export async function proposing<Session>(
  fault: SourceError,
  session: Session,
  { connection, layouts, chosen, ...choosing }: Choosing<Session>
): Promise<SourceError> {
  // a table that is not there may look like one that may not be read; a statement that the database refused has ended the transaction
  if (!['schema', 'auth'].includes(fault.category) || fault.cause !== undefined) {
    return fault;
  }
  const place = await choosing.place(session);
  const found = recognise(tablesOf(place.columns), connection, layouts);
  if (found === null || (found.name === chosen.name && found.options.prefix === chosen.options?.prefix)) {
    return fault;
  }
  const { name, layout, options, isWhole } = found;
  const prefix = options.prefix === undefined ? '' : ` with the option prefix "${options.prefix}"`;
  const proposal = await tried(place, found);
  const told = [
    `These ${isWhole ? 'are' : 'look like'} ${layout.label}’s tables: choose the layout "${name}"${prefix}.`,
    ...proposal.remarks.filter(({ kind }) => kind === 'note' || kind === 'warning').map(({ text }) => text),
    ...(proposal.problem === null ? [] : [`Before it can be read: ${proposal.problem}`]),
    `As they are, the layout "${chosen.name}" cannot read them: ${fault.message}`,
  ];
  const set = options.prefix === undefined ? '' : ` and "source.layoutOptions.prefix" to "${options.prefix}"`;
  return new SourceError('schema', told.join(' '), `Set "source.layout" to "${name}"${set} in the data source’s settings.`, { proposal });
}

/** What the layout would read, and what it would leave empty; or what is in its way. */
async function tried(place: LayoutPlace<{ readonly name: string }>, named: Recognised): Promise<Proposal> {
  const remarks: Remark[] = [];
  const proposal = { layout: named.name, layoutOptions: named.options, label: named.layout.label, remarks };
  try {
    const found = await layoutTables(place, named, (remark) => remarks.push(remark));
    return { ...proposal, tables: found.map(({ table }) => table.name), problem: null };
  } catch (error) {
    if (error instanceof SourceError) {
      return { ...proposal, tables: [], problem: error.hint === null ? error.message : `${error.message} ${error.hint}` };
    }
    throw error;
  }
}
