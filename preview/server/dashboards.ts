import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A dashboard's JSON, as far as the server reads it. */
export interface DashboardModel {
  readonly uid: string;
  readonly title: string;
  readonly description?: string;
  readonly tags?: readonly string[];
}

/** All dashboards of a folder and its folders, read at each call: what is generated anew is seen at the next reload. */
export function readDashboards(folder: string): DashboardModel[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json') && !path.startsWith('src'))
    .sort();
  return paths.map((path) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as DashboardModel);
}

/** What lists show of a dashboard. */
export function listed({ uid, title, description = '', tags = [] }: DashboardModel): Required<DashboardModel> {
  return { uid, title, description, tags };
}
