import { type DataSourceSrv, setDataSourceSrv } from '@grafana/runtime';
import { render, screen } from '@testing-library/react';
import { type ComponentType, createElement } from 'react';

import { HelpdeskDataSource } from './frontend/datasource';
import { plugin } from './frontend/plugin';

// module.ts itself waits for the texts at its top level, which Jest's CommonJS has not: what it exports is tested

// Grafana knows its data sources; this one is not saved yet
setDataSourceSrv({ getInstanceSettings: () => undefined } as unknown as DataSourceSrv);

const show = (component: unknown, props: object) => render(createElement(component as ComponentType<object>, props));
const query = { refId: 'A', metric: 'opened' };
const nothing = () => undefined;

it('is a data source', () => expect(plugin.DataSourceClass).toBe(HelpdeskDataSource));

it('loads its query editor when one is shown', async () => {
  show(plugin.components.QueryEditor, {
    query,
    datasource: { values: async () => ({ values: [], more: false }), customFields: async () => [] },
    onChange: nothing,
    onRunQuery: nothing,
  });
  expect(await screen.findByText('Opened tickets over time.')).toBeInTheDocument();
});

it('loads its cheat sheet when it is shown', async () => {
  show(plugin.components.QueryEditorHelp, { onClickExample: nothing });
  expect((await screen.findAllByRole('button')).length).toBeGreaterThan(10);
});

it('loads its settings when they are shown', async () => {
  show(plugin.components.ConfigEditor, { options: { jsonData: {}, secureJsonFields: {} }, onOptionsChange: nothing });
  expect((await screen.findAllByRole('textbox')).length).toBeGreaterThan(0);
});
