import type { Settings } from '../../shared/settings';
import type { Proposal, SourceError } from '../sources/source';
import { pageOf } from './access/problem';
import { reportsWithoutTables, withoutDataText } from './answers/no-data';
import type { HealthAnswer } from './messages';

/** A fault of the source as administrators are shown it: what to do, where more is said, and the layout that would read what is there. */
export function faultDetails({ category, hint, proposal }: SourceError, settings: Settings) {
  return {
    category,
    page: pageOf(category),
    hint,
    ...(proposal === null ? {} : { proposal: { ...proposal, reportsWithoutData: without(proposal, settings) } }),
  };
}

/** What “Save & test” answers where the tables are another helpdesk’s than the layout expects: whose they are, and what its layout would leave empty. */
export function proposed(fault: SourceError, proposal: Proposal, settings: Settings): HealthAnswer {
  const will = without(proposal, settings);
  const message = will.length === 0 ? fault.message : `${fault.message} With the layout "${proposal.layout}",${withoutDataText(will, false)}`;
  return { ok: false, message, details: { ...faultDetails(fault, settings), verboseMessage: message } };
}

/** The reports that would have no data; none where it is not known yet. */
function without({ problem, tables }: Proposal, settings: Settings): ReturnType<typeof reportsWithoutTables> {
  return problem === null ? reportsWithoutTables(tables, settings) : [];
}
