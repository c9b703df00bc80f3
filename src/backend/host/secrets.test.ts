import { Secrets } from './secrets';

describe('Secrets', () => {
  it('takes out what it knows, plain, in JSON and in URLs', () => {
    const secrets = new Secrets();
    secrets.remember(['p"ä ss', '']);
    expect(secrets.redact(`plain p"ä ss, json ${JSON.stringify('p"ä ss')}, url ${encodeURIComponent('p"ä ss')}, nothing`)).toBe(
      'plain [redacted], json "[redacted]", url [redacted], nothing'
    );
  });

  it('takes a secret that holds another as a whole', () => {
    const secrets = new Secrets();
    secrets.remember(['abcd']);
    secrets.remember(['abcdef']);
    expect(secrets.redact('abcdef abcd')).toBe('[redacted] [redacted]');
  });

  it('leaves text alone while it knows none', () => {
    expect(new Secrets().redact('anything')).toBe('anything');
  });

  it('leaves alone what is too short to be a secret', () => {
    const secrets = new Secrets();
    secrets.remember(['e', 'abc', 'abcd']);
    expect(secrets.redact('The letters abc are here, abcd are not.')).toBe('The letters abc are here, [redacted] are not.');
  });

  it('remembers the newest', () => {
    const secrets = new Secrets();
    for (let i = 0; i < 1_000; i++) {
      secrets.remember([`password-${i}.`]);
    }
    expect(secrets.redact('password-1. password-999.')).toBe('password-1. [redacted]');
  });
});
