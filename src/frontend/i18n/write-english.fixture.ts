import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { catalogTexts, codeTexts, nested } from './english.fixture';

// npx tsx src/frontend/i18n/write-english.fixture.ts: the English texts as the code and the catalogue have them
writeFileSync(
  join(__dirname, '../../locales/en-US/helpdesk-metrics-datasource.json'),
  `${JSON.stringify(nested({ ...codeTexts().texts, ...catalogTexts() }), null, 2)}\n`
);
