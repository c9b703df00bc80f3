import type { Language } from './language';

/** For whom a dashboard is made: with an account one chooses the helpdesk and filters; a public one has no choices, for Grafana replaces no variables there. */
export interface Edition {
  readonly language: Language;
  /** Of a public dashboard: the uid of its data source. */
  readonly publicUid?: string;
  /** Of a dashboard on a wall, where nobody chooses either. */
  readonly isPlain?: boolean;
}

/** Whether whoever looks can choose: what to filter by, which hours count, how it is shown. */
export function isChoosable({ publicUid, isPlain = false }: Edition): boolean {
  return publicUid === undefined && !isPlain;
}

/** A dashboard's uid in an edition, of what it is in English. */
export function uidIn(uid: string, { language, publicUid }: Edition): string {
  return [uid, ...(language === 'en' ? [] : [language]), ...(publicUid === undefined ? [] : ['public'])].join('-');
}

/** What panels, queries and drop-downs ask. */
export interface SourceReference {
  readonly type: 'helpdesk-metrics-datasource';
  readonly uid: string;
}

/** The data source of every panel and query: the one that the dashboard's drop-down names, or the one that is fixed. */
export function sourceOf({ publicUid = '${datasource}' }: Edition): SourceReference {
  return { type: 'helpdesk-metrics-datasource', uid: publicUid };
}
