import type { Signer } from '#signatures';
import type { OpenedRequest } from '../../apps/sandbox/payment-data/customs.ts';
import type { RunningServer } from '../../apps/server/server.ts';
import type { PaymentRequest } from '../../modules/payment-data/http/schemas.ts';
import {
  type CustomsStand,
  customsStand,
  keyPair,
  otherPlatformCode,
  type PlatformStand,
  platformCode,
  platformStand,
  until,
} from './stand.ts';

export const own = keyPair('03000000000000a1');
export const others = keyPair('03000000000000b2');
export const begun = new Date('2026-03-10T10:00:00+08:00');

/** The keys both platforms sign with. */
const signers: ReadonlyMap<string, Signer> = new Map([
  [platformCode, own.signer],
  [otherPlatformCode, others.signer],
]);

const openPath = '/payment-data/platDataOpen';

/** A platform and a simulated customs that know each other. */
export class BothSides {
  readonly platform: PlatformStand;
  readonly server: RunningServer;
  customs: CustomsStand;

  private constructor(platform: PlatformStand, server: RunningServer, customs: CustomsStand) {
    this.platform = platform;
    this.server = server;
    this.customs = customs;
  }

  static async meet(): Promise<BothSides> {
    const platform = await platformStand();
    const customs = await customsStand(() => platform.clock.now);
    return new BothSides(platform, await platform.serve(customs.url, signers), customs);
  }

  /** Everything as at the beginning, for the next test. */
  reset(): void {
    this.platform.clock.now = begun;
    this.platform.faults.length = 0;
    own.pulledOut = false;
    this.customs.instead = undefined;
    this.customs.received.length = 0;
    this.customs.certificates.set(platformCode, own.certificate);
    this.customs.certificates.set(otherPlatformCode, others.certificate);
  }

  async part(): Promise<void> {
    await this.customs.close();
    await this.platform.close();
  }

  /** Moves the clock so many milliseconds from the beginning. */
  after(ms: number): void {
    this.platform.clock.now = new Date(begun.getTime() + ms);
  }

  async handIn(json: string, code = platformCode): Promise<{ payments: { verdict: string }[] }> {
    const response = await fetch(`${this.server.url}/api/payment-records`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.platform.key(code)}` },
      body: `{"payments":[${json}]}`,
    });
    return (await response.json()) as { payments: { verdict: string }[] };
  }

  /** Lets customs ask for an order. */
  async ask(orderNo: string, code = platformCode, path = openPath): Promise<OpenedRequest> {
    const response = await fetch(`${this.customs.url}/sandbox/payment-data/requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${code}` },
      body: JSON.stringify({ url: `${this.server.url}${path}`, orderNo }),
    });
    return (await response.json()) as OpenedRequest;
  }

  /** What customs says of a session. */
  async verdicts({ request }: OpenedRequest, code = platformCode): Promise<OpenedRequest['verdicts']> {
    const url = `${this.customs.url}/sandbox/payment-data/requests/${request.sessionID}`;
    return (
      (await (await fetch(url, { headers: { authorization: `Bearer ${code}` } })).json()) as OpenedRequest
    ).verdicts;
  }

  /** A form as customs sends it, by hand. */
  async open(
    openReq: string,
    path = openPath,
  ): Promise<{ status: number; type: string | null; text: string }> {
    const response = await fetch(`${this.server.url}${path}`, {
      method: 'POST',
      body: new URLSearchParams({ openReq }),
    });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  }

  async requestOf(sessionID: string, as = platformCode): Promise<PaymentRequest> {
    const response = await fetch(`${this.server.url}/api/payment-data/requests/${sessionID}`, {
      headers: { authorization: `Bearer ${this.platform.key(as)}` },
    });
    return (await response.json()) as PaymentRequest;
  }

  /** Waits until a request is in a state. */
  inState(sessionID: string, state: string, as = platformCode): Promise<PaymentRequest> {
    return until(async () => {
      const found = await this.requestOf(sessionID, as);
      return found.state === state && found;
    });
  }
}
