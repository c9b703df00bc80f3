import { CELLS } from '../../../shared/bounds';
import { RECORDS_LIMIT } from '../../../shared/query/defaults';
import { recordsOrder } from '../../../shared/query/records-order';
import type { Frame } from '../../frames/frame';
import { recordFrames } from '../../frames/record-frames';
import { compileRecords, recordColumns } from '../../query/ask/records';
import type { Plan } from '../../query/plan';
import { inTurns } from '../../turns';
import { frameContext } from './frame-context';
import { known } from './known';
import { cutRows, rowLimit } from './limits';
import { saidNoRows } from './no-rows';
import type { Reading } from './request';

/** The rows behind a metric's numbers. */
export async function records(reading: Reading, asked: Plan): Promise<Frame[]> {
  const { instance, read, caller, notices, signal } = reading;
  const planned = caller.kind === 'person' ? asked : withoutComments(asked);
  const most = Math.min(rowLimit(reading), Math.floor(CELLS / recordColumns(planned).length));
  const asLimit = planned.query.limit ?? null;
  const limit = Math.min(asLimit ?? (caller.alert ? most : RECORDS_LIMIT), most);
  const statement = compileRecords(planned, limit, await known(reading, planned));
  const table = await read(statement, limit + 1);
  // the limit that its author wrote is no cut to a rule, nor where the first of an order are asked for
  const isAsked = limit === asLimit && (caller.alert || recordsOrder(planned.query, planned.metric) !== 'newest');
  if (table.rows > limit && !isAsked) {
    notices.push(cutRows(limit, reading, caller));
  }
  const mark = table.rows === 0 ? saidNoRows(reading, planned) : {};
  const own = frameContext(reading, planned, statement);
  const context = { ...own, custom: { ...own.custom, ...mark } };
  return inTurns(recordFrames(table, Math.min(table.rows, limit), context, instance.settings.hoursPerWorkday), signal);
}

/** What a customer wrote is for people whose role lets them see surveys: rules and public dashboards, which have no role, bring it nowhere. */
function withoutComments(plan: Plan): Plan {
  const { query, metric } = plan;
  const words = query.columns.length > 0 ? query.columns : metric.columns;
  return { ...plan, query: { ...query, columns: words.filter((word) => word !== 'comment') } };
}
