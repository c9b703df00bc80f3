import { SourceError, type SourceErrorCategory } from '../../sources/source';
import { EngineError } from '../../engines/engine-error';
import { MESSAGE } from '../../../shared/bounds';
import { shortened } from '../../../shared/echo';
import { QueryError } from '../../../shared/query';
import { SettingsError } from '../../../shared/settings';
import { type Caller, isAdministrator } from './caller';
import type { QueryAnswer } from '../messages';

/** A fault with a status and a sentence of our own: what a user may see. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    message: string,
    readonly source: 'plugin' | 'downstream' = 'plugin'
  ) {
    super(shortened(message, MESSAGE));
  }
}

const ENGINE_STATUS = { limit: 413, busy: 429, damaged: 503, closed: 503 } as const;

/** Any fault as one that this caller may be told: never a driver's text, and nothing of the helpdesk's folders, tables and cells to others than administrators. */
export function asProblem(error: unknown, caller: Caller, signal?: AbortSignal): Problem {
  if (error instanceof Problem) {
    return error;
  }
  if (error instanceof QueryError) {
    return new Problem(error.status, error.message);
  }
  if (error instanceof SettingsError) {
    return new Problem(400, isAdministrator(caller) ? error.message : `The data source’s settings have a mistake. ${ASK}`);
  }
  if (error instanceof SourceError) {
    return new Problem(502, isAdministrator(caller) && error.hint ? `${error.message} ${error.hint}` : whyUnread(error, caller), 'downstream');
  }
  if (error instanceof EngineError && error.kind !== 'internal') {
    return new Problem(ENGINE_STATUS[error.kind], `${error.message}${error.hint ? ` ${error.hint}` : ''}`);
  }
  if (signal?.aborted) {
    return new Problem(499, 'The query was cancelled before it was done.');
  }
  return new Problem(500, 'The query failed inside the plugin; Grafana’s log has the details.');
}

const ASK = 'An administrator sees more under “Save & test”, and in Grafana’s log.';

/** Why a load failed, to those who may not know what of the helpdesk it failed at. */
const KINDS: Readonly<Record<SourceErrorCategory, string>> = {
  auth: 'it refused the sign-in',
  network: 'it cannot be reached',
  tls: 'no secure connection to it can be made',
  timeout: 'it took too long',
  config: 'a setting of the data source is wrong',
  schema: 'its data has a mistake',
  limit: 'that needs more memory or disk space than there is',
  internal: 'the plugin failed',
};

/** Where the documentation says what to do about a kind of fault: every kind has a heading there. */
export function pageOf(category: SourceErrorCategory): string {
  return `docs/troubleshooting.md#${category}`;
}

/** Why the helpdesk was not read, as a sentence: an administrator is told all, others the kind of fault alone. Alert rules are others: what they get is sent around. */
export function whyUnread({ category, message }: SourceError, caller: Caller): string {
  return isAdministrator(caller) ? message : `The helpdesk’s data could not be read: ${KINDS[category]}. ${ASK}`;
}

/** A problem as the answer to one query. */
export function refusal(problem: Problem): QueryAnswer {
  return { frames: [], status: problem.status, error: problem.message, errorSource: problem.source };
}
