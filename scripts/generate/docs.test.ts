import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { connectDocument, metricsDocument } from './docs';
import { helpdeskMetricsDocument, helpdesksDocument } from './helpdesks';

const docs = join(__dirname, '../../docs');

describe('npm run generate -- docs', () => {
  it('would change nothing: docs/metrics.md is the catalogue', () => expect(readFileSync(join(docs, 'metrics.md'), 'utf8')).toBe(metricsDocument()));
  it('would change nothing: docs/helpdesks/metrics.md is what the demo’s tellings say', () =>
    expect(readFileSync(join(docs, 'helpdesks/metrics.md'), 'utf8')).toBe(helpdeskMetricsDocument()));
  it('would change nothing: docs/helpdesks/README.md names each helpdesk whose tables the demo is told in', () => {
    const current = readFileSync(join(docs, 'helpdesks/README.md'), 'utf8');
    expect(current).toMatch(/<!-- helpdesks -->[^]+<!-- reports -->/);
    expect(helpdesksDocument(current)).toBe(current);
  });
  it('would change nothing: docs/connect.md has the canonical tables', () => {
    const current = readFileSync(join(docs, 'connect.md'), 'utf8');
    expect(connectDocument(current)).toBe(current);
  });
});
