import { targetsOf } from './targets';

const of = (denied?: string, allowed?: string) => targetsOf({ GF_PLUGIN_DENIED_TARGETS: denied, GF_PLUGIN_ALLOWED_TARGETS: allowed });

it.each<[denied: string, address: string]>([
  ['loopback', '127.0.0.1'],
  ['loopback', '127.255.255.254'],
  ['loopback', '0.0.0.0'],
  ['loopback', '::1'],
  ['loopback', '0:0:0:0:0:0:0:1'],
  ['loopback', '::'],
  ['loopback', '::ffff:127.0.0.1'],
  ['loopback', '::ffff:7f00:1'],
  ['loopback', '::7f00:1'],
  ['loopback', '64:ff9b::127.0.0.1'],
  ['loopback', '64:ff9b:1::7f00:1'],
  ['link-local', '169.254.169.254'],
  ['link-local', 'fe80::1'],
  ['link-local', 'fe80::1%eth0'],
  ['link-local', '::ffff:a9fe:a9fe'],
  ['link-local', '64:ff9b::a9fe:a9fe'],
  ['private', '10.1.2.3'],
  ['private', '172.31.0.1'],
  ['private', '192.168.1.1'],
  ['private', '100.100.0.1'],
  ['private', 'fd00::1'],
  [' Loopback,LINK-LOCAL\n203.0.113.7', '203.0.113.7'],
  ['203.0.113.0/24', '203.0.113.200'],
  ['2001:db8::/32', '2001:db8::5'],
])('where %s is denied, %s is', (denied, address) => {
  expect([of().allows(address), of(denied).allows(address)]).toEqual([true, false]);
});

it.each<[denied: string, address: string]>([
  ['loopback', '128.0.0.1'],
  ['loopback', '::2:0:0:1'],
  ['loopback', '2001:db8::7f00:1'],
  ['link-local', '169.253.0.1'],
  ['private', '172.32.0.1'],
  ['203.0.113.7', '203.0.113.8'],
  ['', '127.0.0.1'],
])('where %s is denied, %s is not', (denied, address) => {
  expect(of(denied).allows(address)).toBe(true);
});

it('allows what is in the list of the allowed, without what is denied', () => {
  const { allows, allowsFiles } = of('10.0.0.1', '10.0.0.0/8, 2001:db8::1');
  expect(['10.0.0.1', '10.0.0.2', '::ffff:10.0.0.2', '11.0.0.1', '2001:db8::1', '2001:db8::2', '127.0.0.1'].map(allows)).toEqual([
    false,
    true,
    true,
    false,
    true,
    false,
    false,
  ]);
  expect([allowsFiles, of().allowsFiles, of('loopback').allowsFiles, of('link-local').allowsFiles, of('', 'loopback').allowsFiles]).toEqual([
    false,
    true,
    false,
    true,
    true,
  ]);
});

it.each([
  ['loopbak', 'has "loopbak", which is neither an address, nor a range such as 10.0.0.0/8, nor a word for several. Did you mean "loopback"?'],
  ['10.0.0.0/33', 'has "10.0.0.0/33"'],
  ['10.0.0.0/', 'has "10.0.0.0/"'],
  ['10.0.0.0/8/8', 'has "10.0.0.0/8/8"'],
  ['10.0.0', 'has "10.0.0"'],
  ['db.example.org', 'has "db.example.org"'],
])('forbids everything where a list is misspelled: %s', (list, hint) => {
  expect(() => of(list)).toThrow(expect.objectContaining({ name: 'SourceError', category: 'config', hint: expect.stringContaining(hint) as unknown }) as Error);
  expect(() => of('', list)).toThrow(expect.objectContaining({ hint: expect.stringContaining(`allowed_targets of [plugin`) as unknown }) as Error);
});
