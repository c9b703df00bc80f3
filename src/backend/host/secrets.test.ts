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
    secrets.remember(['abc']);
    secrets.remember(['abcdef']);
    expect(secrets.redact('abcdef abc')).toBe('[redacted] [redacted]');
  });

  it('leaves text alone while it knows none', () => {
    expect(new Secrets().redact('anything')).toBe('anything');
  });
});
