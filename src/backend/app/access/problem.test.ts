import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { EngineError, type EngineErrorKind } from '../../engines/engine-error';
import { callerOf } from './caller';
import type { SourceErrorCategory } from '../../sources/source';
import { asProblem, pageOf } from './problem';

const viewer = callerOf({ user: { login: 'somebody', role: 'Viewer' } });

it.each<[EngineErrorKind, number]>([
  ['limit', 413],
  ['busy', 429],
  ['damaged', 503],
  ['closed', 503],
])('an engine’s fault of the kind %s is a %d in its own words', (kind, status) => {
  expect(asProblem(new EngineError(kind, 'This happened.', 'Do that.'), viewer)).toMatchObject({ status, message: 'This happened. Do that.' });
});

const KINDS: Readonly<Record<SourceErrorCategory, true>> = {
  auth: true,
  network: true,
  tls: true,
  timeout: true,
  config: true,
  schema: true,
  limit: true,
  internal: true,
};

it.each(Object.keys(KINDS) as SourceErrorCategory[])('the documentation says what to do about a fault of the kind %s', (kind) => {
  const [page, heading] = pageOf(kind).split('#');
  expect(readFileSync(join(__dirname, '../../../..', page), 'utf8').split('\n')).toContain(`## ${heading}`);
});
