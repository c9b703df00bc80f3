import type { FieldConfig } from './frame';

/** What hides a field that only links read: a table of Grafana 12 goes by the one word, later ones by the other. */
export const HIDDEN: FieldConfig = { custom: { hidden: true, hideFrom: { viz: true, legend: true, tooltip: true } } };
