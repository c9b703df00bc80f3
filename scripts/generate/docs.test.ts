import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { connectDocument, metricsDocument } from './docs';

const docs = join(__dirname, '../../docs');

describe('npm run generate -- docs', () => {
  it('would change nothing: docs/metrics.md is the catalogue', () => expect(readFileSync(join(docs, 'metrics.md'), 'utf8')).toBe(metricsDocument()));
  it('would change nothing: docs/connect.md has the canonical tables', () => {
    const current = readFileSync(join(docs, 'connect.md'), 'utf8');
    expect(connectDocument(current)).toBe(current);
  });
});
