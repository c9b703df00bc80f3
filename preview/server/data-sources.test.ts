import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { parseSettings } from '../../src/shared/settings';
import { provisionedDataSources } from './data-sources';

const TYPE = 'helpdesk-metrics-datasource';

it('reads this checkout’s own file to settings that the backend takes', () => {
  const [source, ...others] = provisionedDataSources(join(__dirname, '../../provisioning/datasources'), TYPE, { HELPDESK_FOLDER: '/srv/helpdesk' });
  expect(others).toEqual([]);
  expect(source).toMatchObject({ uid: 'helpdesk-metrics', isDefault: true, secureJsonData: {} });
  expect(parseSettings(source.jsonData)).toMatchObject({ source: { type: 'files', path: '/srv/helpdesk' } });
});

describe('variables of the environment', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'helpdesk-provisioning-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are replaced in every text, as Grafana does, and nowhere else', () => {
    writeFileSync(
      join(folder, 'a.yaml'),
      `datasources:
  - name: one
    type: ${TYPE}
    jsonData: { source: { path: "\${A}/$B/$__env{A}", port: 5432 }, list: ["\${NONE}", "$$A"] }
    secureJsonData: { password: "\${A}" }
  - name: other
    type: prometheus
`
    );
    expect(provisionedDataSources(folder, TYPE, { A: 'a', B: 'b' })).toEqual([
      {
        uid: 'one',
        name: 'one',
        type: TYPE,
        isDefault: false,
        jsonData: { source: { path: 'a/b/a', port: 5432 }, list: ['', '$A'] },
        secureJsonData: { password: 'a' },
      },
    ]);
  });
});
