import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** A file of protobuf's in TypeScript: its name, and its text. */
export interface ProtoFile {
  readonly name: string;
  readonly text: string;
}

/** The TypeScript of src/backend/host/proto. Throws what buf says is wrong with it. */
export function protoFiles(): ProtoFile[] {
  const out = mkdtempSync(join(tmpdir(), 'helpdesk-proto-'));
  const template = { version: 'v2', plugins: [{ local: join(ROOT, 'node_modules/.bin/protoc-gen-es'), out, opt: ['target=ts'] }] };
  try {
    execFileSync(
      process.execPath,
      [join(ROOT, 'node_modules/@bufbuild/buf/bin/buf'), 'generate', join(ROOT, 'src/backend/host/proto'), '--template', JSON.stringify(template)],
      { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' }
    );
    return readdirSync(out).map((name) => ({ name, text: readFileSync(join(out, name), 'utf8') }));
  } finally {
    rmSync(out, { recursive: true });
  }
}
