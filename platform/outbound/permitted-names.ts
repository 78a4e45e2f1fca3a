import { Resolver } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import type { Networks } from './networks.ts';

/** A refusal of ours on the way to somebody, by a short code. */
export class OutboundRefused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

const bare = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** Looks names up, and answers with permitted addresses only. */
export class PermittedNames {
  readonly #networks: Networks;
  /** A name server that does not answer takes no thread here, as the system's own look-up would. */
  readonly #resolver = new Resolver({ timeout: 2_000, tries: 2 });

  /** @param nameServers in place of the system's, as `address:port` */
  constructor(networks: Networks, nameServers?: readonly string[]) {
    this.#networks = networks;
    if (nameServers) this.#resolver.setServers(nameServers);
  }

  /**
   * Whether an address may be asked, as far as its form tells: HTTPS, or plain HTTP on this machine where that is
   * permitted; its name may still turn out to lie elsewhere.
   */
  verdict(url: URL): 'good' | 'no-address' | 'not-allowed' {
    const literal = isIP(bare(url.hostname)) > 0;
    const plainly = url.protocol === 'http:' && this.#isHere(url);
    if (url.protocol !== 'https:' && !plainly) return 'no-address';
    if (literal && !this.#networks.permits(bare(url.hostname))) return 'not-allowed';
    return url.hostname === 'localhost' && !this.#networks.loopback ? 'not-allowed' : 'good';
  }

  #isHere({ hostname }: URL): boolean {
    return hostname === 'localhost' ? this.#networks.loopback : this.#networks.permitsHere(bare(hostname));
  }

  /** For `lookup` of a request: whatever it answers is what is connected to, no second look-up can answer otherwise. */
  readonly lookup: LookupFunction = (hostname, options, done) => {
    this.#addressesOf(hostname).then(
      (addresses) => {
        const wanted = addresses.filter(({ family }) => !options.family || options.family === family);
        const [first] = wanted;
        if (!first) done(new OutboundRefused('NAME-UNKNOWN'), '', 0);
        else if (options.all) done(null, wanted);
        else done(null, first.address, first.family);
      },
      (error: Error) => done(error, '', 0),
    );
  };

  /** Every address of a name. One that is not permitted spoils the name: its owner chooses which comes first. */
  async #addressesOf(hostname: string): Promise<{ address: string; family: 4 | 6 }[]> {
    const found =
      hostname === 'localhost'
        ? [{ address: '127.0.0.1', family: 4 as const }]
        : [
            ...(await this.#resolved(hostname, 4)).map((address) => ({ address, family: 4 as const })),
            ...(await this.#resolved(hostname, 6)).map((address) => ({ address, family: 6 as const })),
          ];
    if (found.length === 0) throw new OutboundRefused('NAME-UNKNOWN');
    if (!found.every(({ address }) => this.#networks.permits(address)))
      throw new OutboundRefused('ADDRESS-NOT-ALLOWED');
    return found;
  }

  async #resolved(hostname: string, family: 4 | 6): Promise<string[]> {
    try {
      return await (family === 4 ? this.#resolver.resolve4(hostname) : this.#resolver.resolve6(hostname));
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === 'ENODATA' || code === 'ENOTFOUND') return [];
      throw new OutboundRefused('NAME-SERVER');
    }
  }
}
