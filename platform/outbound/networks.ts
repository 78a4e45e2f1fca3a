import { BlockList, isIP } from 'node:net';

/** Ranges nobody on the open network has (RFC 6890 and the IANA registries of special addresses). */
const notPublic = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];
/** The one range of IPv6 that is given out at present; all else is special or none. */
const global6 = '2000::/3';
/** Within it: documentation, benchmarks, and addresses that carry IPv4 ones inside. */
const notPublic6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
/** Never, whatever the operator says: here clouds keep what their machines may know alone. */
const linkLocal = ['169.254.0.0/16', 'fe80::/10'];
const loopback = ['127.0.0.0/8', '::1/128'];

interface Range {
  readonly net: string;
  readonly length: number;
  readonly family: 'ipv4' | 'ipv6';
}

function rangeOf(text: string): Range | undefined {
  const [, net = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const family = isIP(net);
  if (family === 0) return undefined;
  const most = family === 4 ? 32 : 128;
  const bits = length === undefined ? most : Number(length);
  return bits <= most ? { net, length: bits, family: family === 4 ? 'ipv4' : 'ipv6' } : undefined;
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const text of ranges) {
    const range = rangeOf(text);
    if (!range) throw new RangeError(`${text} is no network`);
    list.addSubnet(range.net, range.length, range.family);
  }
  return list;
}

const inList = (list: BlockList, ip: string): boolean => list.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4');

const special = listOf(notPublic);
const special6 = listOf(notPublic6);
const general6 = listOf([global6]);
const never = listOf(linkLocal);
const here = listOf(loopback);

/** An IPv4 address written as an IPv6 one is the IPv4 one. */
function plain(ip: string): string {
  const [, dotted] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip) ?? [];
  if (dotted) return dotted;
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(ip) ?? [];
  if (high === undefined || low === undefined) return ip;
  const bits = [high, low].map((half) => Number.parseInt(half, 16));
  return bits.flatMap((half) => [half >> 8, half & 255]).join('.');
}

/**
 * Which addresses may be asked: those of the open network, and those of the operator's own networks that were named.
 * Whoever enters an address here would otherwise have the platform knock at doors only the platform can reach.
 */
export class Networks {
  readonly #allowed: BlockList;
  /** Whether this machine itself may be asked: for trying out. */
  readonly loopback: boolean;

  /**
   * @param allowed networks such as `10.20.0.0/16`, single addresses, or `loopback`
   * @throws RangeError naming the word that is none of these, or that is never allowed
   */
  constructor(allowed: readonly string[] = []) {
    const words = allowed.flatMap((word) => (word === 'loopback' ? loopback : [word]));
    this.#allowed = listOf(words);
    for (const word of words) {
      const net = rangeOf(word)?.net ?? '';
      if (inList(never, net)) throw new RangeError(`${word} is link-local`);
    }
    this.loopback = ['127.0.0.1', '::1'].some((ip) => inList(this.#allowed, ip));
  }

  permits(ip: string): boolean {
    const address = plain(ip);
    if (isIP(address) === 0 || address.includes('%') || inList(never, address)) return false;
    if (inList(this.#allowed, address)) return true;
    return isIP(address) === 4
      ? !inList(special, address)
      : inList(general6, address) && !inList(special6, address);
  }

  /** Whether it is an address of this machine that is permitted; there plain HTTP may be spoken. */
  permitsHere(ip: string): boolean {
    return inList(here, plain(ip)) && this.permits(ip);
  }
}
