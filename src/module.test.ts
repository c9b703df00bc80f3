import { ConfigEditor } from './frontend/config-editor';
import { HelpdeskDataSource } from './frontend/datasource';
import { QueryEditor } from './frontend/query-editor';
import { plugin } from './module';

it('is a data source with its editors', () => {
  expect(plugin.DataSourceClass).toBe(HelpdeskDataSource);
  expect(plugin.components).toMatchObject({ ConfigEditor, QueryEditor });
});
