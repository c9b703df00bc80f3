import fc from 'fast-check';

import { formatLine, type LogFields } from './logger';

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
    fc.assert(fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true }), fc.string(), (value, message) => {
      const written = line(message, { value });
      expect([typeof written['@level'], typeof written['@message'], typeof written['@timestamp']]).toEqual(['string', 'string', 'string']);
    }));
  });
});
