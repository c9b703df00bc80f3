import { cleanup, screen } from '@testing-library/react';

import { optionExamples } from '../../shared/query/options.fixture';
import type { Settled } from '../../shared/query/settle';
import { drawEditors } from '../screen.fixture';
import { show } from './editor.fixture';

drawEditors();

/** What the control of each option is called; null where it has none. */
const CONTROLS: Readonly<Record<keyof Settled, string | RegExp | null>> = {
  kind: 'Answer with',
  view: 'Show',
  hours: 'Hours',
  statistics: 'Statistics',
  frequency: 'Frequency',
  groupBy: 'Dimension',
  filters: 'Filter 1: values',
  columns: 'Columns',
  events: /^Events/,
  sort: 'Sort by',
  limit: 'At most',
  other: 'The rest as “Other”',
  minN: 'Rows at least',
  withinMinutes: 'Due within (min)',
  threshold: 'Threshold',
  beyondTarget: 'Beyond target',
  bands: 'Bands cut at',
  unit: 'Written in',
  ownerAt: 'Owner and team',
  close: 'Until',
  include: 'Also count',
  at: /^Only around/,
  // it is for dashboards and rules as code
  asOf: null,
  includeOffline: 'Count offline time',
  compare: 'Compare with',
  trend: 'Trend',
  anomalies: 'Anomalies',
  drawn: 'Unfinished or of few rows',
};

it.each(optionExamples({ asOf: 'no control' }))('has a control for %s, in sight once it is set', (option, _, set) => {
  show(set);
  const name = CONTROLS[option as keyof Settled] ?? '';
  const found = ['combobox', 'radiogroup', 'switch', 'textbox', 'button'].flatMap((role) => screen.queryAllByRole(role, { name }));
  expect({ option, controls: found.length }).toEqual({ option, controls: 1 });
  cleanup();
});
