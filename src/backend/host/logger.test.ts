import fc from 'fast-check';

import type { LogFields } from '../log';
import { formatLine } from './logger';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const line = (message: unknown, fields: LogFields = {}, redact?: (text: string) => string) =>
  JSON.parse(formatLine('info', message, fields, NOW, redact)) as Record<string, unknown>;

describe('formatLine', () => {
  it('writes what hclog reads', () => {
    expect(line('Loaded.', { rows: 3 })).toEqual({ '@level': 'info', '@message': 'Loaded.', '@timestamp': '2026-01-02T03:04:05.678000Z', rows: 3 });
  });

  it('keeps its own keys: a caller cannot make one a number', () => {
    expect(line(5, { '@timestamp': 1, '@message': { a: 1 } })).toMatchObject({ '@message': '5', '@timestamp': '2026-01-02T03:04:05.678000Z' });
  });

  it('writes errors with their stack, and values that JSON has not', () => {
    const written = line('x', { error: new Error('broken'), nested: { big: 1n, error: new Error('inner') } });
    expect(written.error).toMatch(/^Error: broken\n/);
    expect(written.nested).toMatchObject({ big: '1', error: expect.stringMatching(/^Error: inner/) as unknown });
  });

  it('writes why an error came to be: its causes, and the errors that it gathers', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const error = new Error('outer', { cause: new AggregateError([refused, 'a text', { code: 5 }], 'all failed', { cause: new Error('inmost') }) });
    const written = line('x', { error }).error as string;
    expect(written.split('\n').filter((one) => !one.startsWith('    at '))).toEqual([
      'Error: outer',
      'caused by: AggregateError: all failed',
      'caused by: Error: inmost',
      'one of: Error: connect ECONNREFUSED',
      'one of: a text',
      'one of: {"code":5}',
    ]);
  });

  it('bounds that, and ends where causes go in a circle', () => {
    const first: Error = new Error('first', { cause: new Error('second') });
    (first.cause as Error).cause = first;
    expect((line('x', { error: first }).error as string).match(/first|second/g)).toEqual(['first', 'second']);
    let deep = new Error('0');
    for (let i = 1; i < 10_000; i++) {
      deep = new Error(String(i), { cause: deep });
    }
    expect((line('x', { error: deep }).error as string).match(/caused by/g)).toHaveLength(7);
    const wide = new AggregateError(
      Array.from({ length: 10_000 }, () => new Error('漢'.repeat(100_000))),
      'many'
    );
    expect(line('x', { error: new Error('漢'.repeat(100_000), { cause: wide }) }).error as string).toMatch(/caused by: AggregateError: many/);
    expect(
      line('x', {
        error: new Error('x', {
          cause: new Proxy(new Error('y'), {
            get: () => {
              throw new Error('never');
            },
          }),
        }),
      }).error
    ).toMatch(/caused by: what cannot be shown$/);
  });

  it('survives what cannot be written', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(line('x', { cycle })).toMatchObject({ '@message': 'x', cut: 'not JSON' });
  });

  it('redacts at every depth, before it clips', () => {
    const redact = (text: string) => text.replaceAll('hunter2', '***');
    const written = JSON.stringify(line('with hunter2', { deep: [{ error: new Error('hunter2') }], long: `${'x'.repeat(7_996)}hunter2` }, redact));
    expect(written).not.toContain('hunt');
  });

  it.each(['\u0001', '漢', '🦆', '"', '\ud83d'])('stays under 64 KiB of %j', (character) => {
    const long = character.repeat(100_000);
    for (const fields of [{}, { long }, Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`k${i}`, long]))]) {
      expect(Buffer.byteLength(formatLine('error', long, fields, NOW))).toBeLessThan(65_536);
    }
  });

  it('never throws and always has string keys', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true }), fc.string(), (value, message) => {
        const written = line(message, { value });
        expect([typeof written['@level'], typeof written['@message'], typeof written['@timestamp']]).toEqual(['string', 'string', 'string']);
      })
    );
  });
});
