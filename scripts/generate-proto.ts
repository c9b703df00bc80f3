import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

// Regenerates src/backend/host/gen from src/backend/host/proto: `npm run generate:proto`. The result is committed.
const root = join(__dirname, '..');
const host = join(root, 'src/backend/host');
const template = JSON.stringify({
  version: 'v2',
  plugins: [{ local: join(root, 'node_modules/.bin/protoc-gen-es'), out: join(host, 'gen'), opt: ['target=ts'] }],
});
execFileSync(process.execPath, [join(root, 'node_modules/@bufbuild/buf/bin/buf'), 'generate', join(host, 'proto'), '--template', template], {
  stdio: 'inherit',
});
