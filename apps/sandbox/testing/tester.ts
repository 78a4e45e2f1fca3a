import { type CebMessage, encode, exampleMessage, type Root } from '#ceb';
import { signMessage } from '../certificates.ts';
import type { Registered } from '../registering.ts';

export interface DocumentAnswer {
  readonly verdict: string;
  readonly status: string;
  readonly info: string;
  readonly findings: readonly { readonly code: string; readonly path: string }[];
  readonly outcome?: { readonly state: string; readonly returnStatus: string; readonly invtNo?: string };
}

export interface Answer {
  readonly status: number;
  readonly documents: readonly DocumentAnswer[];
  readonly findings: readonly { readonly code: string }[];
}

export interface Receipt {
  readonly cursor: string;
  readonly type: string;
  readonly orderNo: string | null;
  readonly returnStatus: string;
  readonly returnTime: string;
  readonly returnInfo: string;
  readonly body: Readonly<Record<string, string | Record<string, string>[]>>;
}

/** A developer of a firm that tries its messages on a running sandbox, with nothing but its interface. */
export class Tester {
  readonly url: string;
  readonly firm: Registered;

  private constructor(url: string, firm: Registered) {
    this.url = url;
    this.firm = firm;
  }

  static async register(url: string, wish: object = {}): Promise<Tester> {
    const response = await fetch(`${url}/sandbox/enterprises`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: '云南示例测试有限公司', ...wish }),
    });
    if (response.status !== 201) throw new Error(await response.text());
    return new Tester(url, (await response.json()) as Registered);
  }

  /** A sound message of this firm in every part, unsigned. */
  example(root: Root, orderNo: string): CebMessage {
    const { customsCode: code, name, dxpId } = this.firm;
    const firm = { code, name, dxpId };
    const firms = {
      ...{
        platform: firm,
        seller: firm,
        paymentFirm: firm,
        carrier: firm,
        declarant: firm,
        siteOperator: firm,
      },
    };
    const message = exampleMessage(root, { orderNo, firms }) as CebMessage;
    return { ...message, signature: undefined };
  }

  /** The same as text. */
  xml(root: Root, orderNo: string): string {
    return encode(this.example(root, orderNo));
  }

  async signed(xml: string): Promise<string> {
    const signed = await signMessage({ message: xml, ...this.firm });
    if (typeof signed !== 'string') throw new Error(JSON.stringify(signed));
    return signed;
  }

  ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...init.headers, authorization: `Bearer ${this.firm.apiKey}` };
    return fetch(`${this.url}${path}`, { ...init, headers });
  }

  async send(xml: string, waitSeconds = 0): Promise<Answer> {
    const response = await this.ask(`/api/messages?wait=${waitSeconds}`, {
      method: 'POST',
      headers: { 'content-type': 'application/xml' },
      body: xml,
    });
    const said = (await response.json()) as Partial<Answer>;
    return { documents: [], findings: [], ...said, status: response.status };
  }

  /** Signs and sends a message under a number. */
  async try(root: Root, orderNo: string, waitSeconds = 0): Promise<Answer> {
    return this.send(await this.signed(this.xml(root, orderNo)), waitSeconds);
  }

  /** Reads receipts from the first on until those read are enough, or none comes for a while. */
  async receipts(enough: (all: readonly Receipt[]) => boolean, waitSeconds = 20): Promise<Receipt[]> {
    const all: Receipt[] = [];
    for (let cursor = ''; ; ) {
      const query = new URLSearchParams({ wait: String(waitSeconds), ...(cursor ? { cursor } : {}) });
      const page = (await (await this.ask(`/api/receipts?${query}`)).json()) as {
        readonly receipts: readonly Receipt[];
        readonly next?: string;
      };
      all.push(...page.receipts);
      cursor = page.next ?? '';
      if (enough(all) || page.receipts.length === 0) return all;
    }
  }

  /** The statuses of one order, once there are so many. */
  async statuses(orderNo: string, count: number, type?: string): Promise<string[]> {
    const of = (all: readonly Receipt[]): Receipt[] =>
      all.filter((one) => one.orderNo === orderNo && (!type || one.type === type));
    return of(await this.receipts((all) => of(all).length >= count)).map(({ returnStatus }) => returnStatus);
  }
}
