import { EngineError, type EngineErrorKind } from '../../engines/engine-error';
import { callerOf } from './caller';
import { asProblem } from './problem';

const viewer = callerOf({ user: { login: 'somebody', role: 'Viewer' } });

it.each<[EngineErrorKind, number]>([
  ['limit', 413],
  ['busy', 429],
  ['damaged', 503],
  ['closed', 503],
])('an engine’s fault of the kind %s is a %d in its own words', (kind, status) => {
  expect(asProblem(new EngineError(kind, 'This happened.', 'Do that.'), viewer)).toMatchObject({ status, message: 'This happened. Do that.' });
});
