import { roleOf } from './boot-data';
import type { DataSource, SavedSettings } from './data-source';
import { readDashboards } from './dashboards';
import type { Answered, Asked, Handler } from './http';
import { answerQueries, type QueryBody } from './query';
import { RequestError } from './request-error';

/** The part of Grafana's HTTP API that the frontend of a data source needs. */
export function apiHandler(sources: readonly DataSource[], dashboardsFolder: string): Handler {
  const find = (uid: string) => sources.find((one) => one.uid === uid);
  const known = (uid: string): DataSource => {
    const source = find(uid);
    if (!source) {
      throw new RequestError(404, `Data source not found: ${uid}`);
    }
    return source;
  };

  const routes: ReadonlyArray<readonly [method: string, path: RegExp, answer: (asked: Asked, ...parts: string[]) => Promise<Answered>]> = [
    ['POST', /^\/api\/ds\/query$/, ({ body, signal, cookies }) => answerQueries(body as QueryBody, find, { signal, role: roleOf(cookies.preview_role) })],
    [
      'GET',
      /^\/api\/dashboards\/uid\/([^/]+)$/,
      async (_asked, uid) => {
        const dashboard = readDashboards(dashboardsFolder).find((one) => one.uid === uid);
        if (!dashboard) {
          throw new RequestError(404, `Dashboard not found: ${uid}`);
        }
        return ok({ dashboard, meta: { provisioned: true } });
      },
    ],
    ['GET', /^\/api\/datasources\/uid\/([^/]+)$/, async (_asked, uid) => ok(known(uid).shown)],
    [
      'PUT',
      /^\/api\/datasources\/uid\/([^/]+)$/,
      async ({ body }, uid) => {
        known(uid).save((body ?? {}) as SavedSettings);
        return ok({ datasource: known(uid).shown, message: 'Datasource updated' });
      },
    ],
    [
      'GET',
      /^\/api\/datasources\/uid\/([^/]+)\/health$/,
      async (_asked, uid) => {
        const { ok: isHealthy, message, details } = await known(uid).client.health();
        return { status: isHealthy ? 200 : 400, body: { status: isHealthy ? 'OK' : 'ERROR', message, details } };
      },
    ],
    [
      '*',
      /^\/api\/datasources\/uid\/([^/]+)\/resources\/(.*)$/,
      async ({ method, query, body, cookies }, uid, path) => {
        const params = query.toString();
        return known(uid).client.resource(`${decodeURIComponent(path)}${params && `?${params}`}`, method, body, { role: roleOf(cookies.preview_role) });
      },
    ],
  ];

  return async (asked) => {
    for (const [method, path, answer] of routes) {
      const found = path.exec(asked.path);
      if (found && (method === '*' || method === asked.method)) {
        return answer(asked, ...found.slice(1));
      }
    }
    if (asked.path.startsWith('/api/') || asked.path.startsWith('/apis/')) {
      throw new RequestError(404, `The preview has no ${asked.method} ${asked.path}.`);
    }
    return null;
  };
}

function ok(body: object): Answered {
  return { status: 200, body };
}
