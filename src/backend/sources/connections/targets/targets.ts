import { BlockList, isIP } from 'node:net';

import { quoted } from '../../../../shared/echo';
import { suggestion } from '../../../../shared/nearest';
import { SourceError } from '../../source';

/** Words for addresses that administrators forbid together. The unspecified address reaches this machine, as loopback does. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '0.0.0.0/8', '::1', '::'],
  'link-local': ['169.254.0.0/16', 'fe80::/10'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'],
};

/** Says of an address whether a connection to it may be made. */
export interface Targets {
  allows(address: string): boolean;
  /** Whether a socket that is a file may be connected to: it never leaves this machine. */
  readonly allowsFiles: boolean;
}

/** The administrator's lists, as Grafana hands them to the plugin: `denied_targets` and `allowed_targets` of `[plugin.helpdesk-metrics-datasource]`. */
type Lists = Readonly<Partial<Record<'GF_PLUGIN_DENIED_TARGETS' | 'GF_PLUGIN_ALLOWED_TARGETS', string>>>;

/**
 * The targets that the administrator leaves: whatever the list of allowed ones holds, or everything where it is empty, without
 * what the denied ones hold. Throws a SourceError where a list has what is no address, so that a misspelling forbids rather than allows.
 */
export function targetsOf({ GF_PLUGIN_DENIED_TARGETS = '', GF_PLUGIN_ALLOWED_TARGETS = '' }: Lists): Targets {
  const denied = listOf('denied_targets', GF_PLUGIN_DENIED_TARGETS);
  const allowed = listOf('allowed_targets', GF_PLUGIN_ALLOWED_TARGETS);
  const allows = (address: string): boolean => !has(denied, address) && (allowed === null || has(allowed, address));
  return { allows, allowsFiles: allows('127.0.0.1') };
}

/** The addresses of a list; null where it is empty. */
function listOf(name: string, list: string): BlockList | null {
  const words = list
    .split(/[,\s]+/)
    .map((word) => word.toLowerCase())
    .filter(Boolean);
  if (words.length === 0) {
    return null;
  }
  const addresses = new BlockList();
  for (const word of words) {
    for (const range of NAMED[word] ?? [word]) {
      add(addresses, name, range);
    }
  }
  return addresses;
}

function add(addresses: BlockList, list: string, range: string): void {
  const [address, bits, more] = range.split('/');
  const family = familyOf(address);
  const longest = family === 'ipv4' ? 32 : 128;
  const isWritten = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest);
  if (family === null || !isWritten || more !== undefined) {
    throw new SourceError(
      'config',
      'The Grafana administrator’s list of targets has a mistake: no database is connected to.',
      `${list} of [plugin.helpdesk-metrics-datasource] in grafana.ini has ${quoted(range)}, which is neither an address, nor a range such as 10.0.0.0/8, nor a word for several.${suggestion(range, Object.keys(NAMED))}`
    );
  }
  addresses.addSubnet(address, bits === undefined ? longest : Number(bits), family);
}

/** Whether a list holds an address, however that is written: an IPv4 address has forms in IPv6, and one of them may hold what a translating network makes of it. */
function has(addresses: BlockList | null, written: string): boolean {
  const [address] = written.split('%');
  const family = familyOf(address);
  return addresses !== null && family !== null && (addresses.check(address, family) || embedded(address).some((inner) => addresses.check(inner, 'ipv4')));
}

/** Beginnings of IPv6 addresses that carry an IPv4 address in their last 32 bits: IPv4-mapped, IPv4-compatible, and those that NAT64 translates. */
const CARRIERS: ReadonlyArray<readonly [prefix: string, bits: number]> = [
  ['::ffff:0:0', 96],
  ['::ffff:0:0:0', 96],
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
];

function embedded(address: string): string[] {
  if (familyOf(address) !== 'ipv6') {
    return [];
  }
  const carriers = new BlockList();
  CARRIERS.forEach(([prefix, bits]) => carriers.addSubnet(prefix, bits, 'ipv6'));
  if (!carriers.check(address, 'ipv6')) {
    return [];
  }
  // the URL parser knows every way to write one
  const groups = new URL(`http://[${address}]/`).hostname.slice(1, -1).split(':').slice(-2);
  const [high, low] = groups.map((group) => parseInt(group || '0', 16));
  return [[high >> 8, high & 255, low >> 8, low & 255].join('.')];
}

function familyOf(address: string): 'ipv4' | 'ipv6' | null {
  return ({ 0: null, 4: 'ipv4', 6: 'ipv6' } as const)[isIP(address) as 0 | 4 | 6];
}
