import { parseArgs } from 'node:util';
import { join } from 'node:path';

import { buildersPackage } from './lib/release/builders';

const USAGE = `npm run builders [-- --to FOLDER]   writes the dashboards' builders as a package that npm installs, into release/ or a folder of yours: docs/as-code.md`;

const { values } = parseArgs({ options: { to: { type: 'string', default: join(__dirname, '../release') }, help: { type: 'boolean' } } });
console.log(values.help ? USAGE : buildersPackage(values.to));
