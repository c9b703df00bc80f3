import type { DataSourceInstanceSettings } from '@grafana/data';
import { DataSourceWithBackend, setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { EMPTY } from 'rxjs';

import { HelpdeskDataSource } from './datasource';
import type { DataSourceQuery, DataSourceSettings } from './types';

const VARIABLES: Record<string, string | string[]> = { team: ['Billing', 'Sales'], priority: 'high' };

beforeAll(() => {
  const replace = (text = '', _scoped: unknown, format: (value: string | string[]) => string) => text.replace(/\$(\w+)/g, (_, name: string) => format(VARIABLES[name]));
  setTemplateSrv({ replace } as unknown as TemplateSrv);
});

const source = new HelpdeskDataSource({ id: 1, uid: 'u', type: 'helpdesk-metrics-datasource', name: 'Helpdesk', jsonData: {} } as DataSourceInstanceSettings<DataSourceSettings>);
const query = (own: object): DataSourceQuery => ({ refId: 'A', metric: 'csat', ...own }) as DataSourceQuery;

describe('HelpdeskDataSource', () => {
  it('starts with a query that can run', () => {
    expect(source.filterQuery(query(source.getDefaultQuery()))).toBe(true);
  });

  it('does not run what is hidden or empty', () => {
    expect(source.filterQuery(query({ hide: true }))).toBe(false);
    expect(source.filterQuery(query({ metric: '' }))).toBe(false);
  });

  it('replaces variables in filters', () => {
    const values = (...given: string[]) => source.applyTemplateVariables(query({ filters: [{ field: 'team', op: 'in', values: given }] }), {}).filters?.[0].values;
    expect(values('$team', 'Else')).toEqual(['Billing', 'Sales', 'Else']);
    expect(values('$priority')).toEqual(['high']);
    expect(values('team-$priority', '$priority$priority', 'plain')).toEqual(['team-high', 'highhigh', 'plain']);
    expect(source.applyTemplateVariables(query({}), {})).toEqual(query({}));
  });

  it.each([['utc', 'UTC'], ['Europe/Amsterdam', 'Europe/Amsterdam'], ['browser', Intl.DateTimeFormat().resolvedOptions().timeZone]])('puts the time zone of the dashboard in: %s', (timezone, timeZone) => {
    const sent = jest.spyOn(DataSourceWithBackend.prototype, 'query').mockReturnValue(EMPTY);
    source.query({ timezone, targets: [query({}), query({ timeZone: 'Asia/Tokyo' })] } as Parameters<typeof source.query>[0]);
    expect(sent.mock.calls[0][0].targets).toMatchObject([{ timeZone }, { timeZone: 'Asia/Tokyo' }]);
    sent.mockRestore();
  });
});
