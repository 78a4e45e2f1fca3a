import { type CebMessage, encode } from '#ceb';
import { issueKey } from '#exchange';
import { chinaStamp } from '#kernel';
import { enterFirms } from '../../apps/demo/seed.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { signedInAs } from '../../modules/access/testing/signed-in.ts';
import { SIGNATURE } from '../../modules/ceb/testing/messages.ts';
import {
  enterprises,
  messageOf,
  type PurchaseWish,
  paperKinds,
  purchase,
  senderOf,
} from '../../modules/clearance/testing/purchases.ts';
import type { FullDossier } from '../../modules/matching/testing/clean-dossier.ts';
import { type TestDatabase, testDatabase, transactionsEnded } from '../../platform/postgres/testing/index.ts';

const PATIENCE_MS = 15_000;

/** A released list, and what is needed to speak of it. */
export interface Sold {
  readonly dossier: FullDossier;
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly invtNo: string;
}

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what is asked for differs from test to test
  readonly body: any;
}

let guids = 0;

/** The real server on a database and a clock of its own, with firms and purchases that are released at once. */
export class ReturnsStand {
  readonly rented: TestDatabase;
  readonly clock: { now: Date };
  readonly faults: unknown[] = [];
  readonly #servers: RunningServer[] = [];
  /** Of persons who are signed in. */
  readonly #sessions = new Map<string, string>();
  #number = 0;
  readonly #keys = new Map<string, string>();

  private constructor(rented: TestDatabase) {
    this.rented = rented;
    this.clock = { now: new Date('2026-11-23T13:00:00+08:00') };
  }

  static async open(): Promise<ReturnsStand> {
    const stand = new ReturnsStand(await testDatabase());
    const { database } = stand.rented;
    const { clock } = stand;
    await enterFirms(database, enterprises);
    for (const { customsCode } of enterprises)
      stand.#keys.set(
        customsCode,
        (await issueKey(database, customsCode, '', 'enterprise', clock.now)).token,
      );
    stand.#keys.set('operator', (await issueKey(database, 'operator', '', 'operator', clock.now)).token);
    await stand.startServer();
    await stand.pass(0);
    return stand;
  }

  /** Starts a server on the same database and clock; the first of them answers. */
  async startServer(): Promise<void> {
    const { database } = this.rented;
    const fault = (error: unknown): void => void this.faults.push(error);
    const now = () => this.clock.now;
    this.#servers.push(await startServer({ database, port: 0, now, sweepMs: 100, fault }));
  }

  get #url(): string {
    return this.#servers[0]?.url ?? '';
  }

  async close(): Promise<void> {
    for (const server of this.#servers) await server.close();
    await this.rented.close();
  }

  /** Lets somebody sign in who is the buyer of a purchase; asked for by the name they are given. */
  async consumer(name: string, { order }: FullDossier): Promise<void> {
    const { token } = await signedInAs(this.rented.database, { role: 'consumer' }, this.clock.now);
    this.#sessions.set(name, token);
    const { buyerIdType: idType, buyerIdNumber: idNumber, buyerName, buyerTelephone: phone } = order.head;
    const claim = { idType, idNumber, name: buyerName, phone };
    const { status } = await this.call('POST', '/api/me/identity', name, claim);
    if (status !== 200) throw new Error(`${name} is not confirmed: ${status}`);
  }

  /** Moves the clock on; sessions go on with it. */
  async pass(days: number): Promise<void> {
    this.clock.now = new Date(this.clock.now.getTime() + days * 86_400_000);
    const { database } = this.rented;
    const { token } = await signedInAs(database, { role: 'officer', agency: 'customs' }, this.clock.now);
    this.#sessions.set('officer', token);
  }

  /** Asks the interface: as an enterprise, the operator, an officer of customs, or a consumer by name. */
  async call(method: string, path: string, as: string, body?: object): Promise<Answer> {
    const session = this.#sessions.get(as);
    const who: Record<string, string> =
      session !== undefined
        ? { cookie: `chama_session=${session}`, 'sec-fetch-site': 'same-origin' }
        : { authorization: `Bearer ${this.#keys.get(as) ?? ''}` };
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: { ...who, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, body: await response.json() };
  }

  /** The tax bill of a list. */
  async bill({ ebpCode, orderNo }: Sold): Promise<Answer['body']> {
    return (await this.call('GET', `/api/tax-bills/lists/${ebpCode}/${orderNo}`, 'operator')).body;
  }

  async post(sender: string, bytes: Buffer): Promise<Answer> {
    const response = await fetch(`${this.#url}/api/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#keys.get(sender)}`, 'content-type': 'application/xml' },
      body: new Uint8Array(bytes),
    });
    return { status: response.status, body: await response.json() };
  }

  /** A purchase whose list is decided. @param state what becomes of it */
  async sell(
    wish: PurchaseWish & { readonly change?: (dossier: FullDossier) => void } = {},
    state = 'released',
  ): Promise<Sold> {
    this.#number += 1;
    const dossier = purchase(this.#number, wish);
    wish.change?.(dossier);
    for (const kind of paperKinds) {
      (dossier[kind].head as { appTime: string }).appTime = chinaStamp(this.clock.now.getTime());
      const sender = senderOf(kind, dossier);
      const { body } = await this.post(sender, messageOf(kind, [dossier[kind]], sender));
      if (body.documents?.[0]?.verdict !== 'accepted') throw new Error(JSON.stringify(body));
    }
    const { orderNo, ebpCode } = dossier.declaration.head;
    const list = await this.until(async () => {
      const { body } = await this.call('GET', `/api/lists/${ebpCode}/${orderNo}`, 'operator');
      return body.list?.state === state ? body.list : undefined;
    });
    return { dossier, orderNo, ebpCode, invtNo: list.invtNo };
  }

  /** Sends a cancellation or return of a list as its declarant would. */
  async send(
    root: 'CEB623Message' | 'CEB625Message',
    { dossier, orderNo, invtNo }: Sold,
    {
      head = {},
      items = [],
      as = dossier.declaration.head.agentCode,
    }: { readonly head?: object; readonly items?: readonly object[]; readonly as?: string } = {},
  ): Promise<Answer['body']> {
    guids += 1;
    const { head: list } = dossier.declaration;
    const guid = `${String(guids).padStart(8, '0')}-0000-4000-8000-AAAAAAAAAAAA`;
    const { customsCode, ebpCode, ebpName, ebcCode, ebcName, logisticsNo, logisticsCode } = list;
    const { logisticsName, buyerIdType, buyerIdNumber, buyerName, buyerTelephone, agentCode, agentName } =
      list;
    const document = {
      head: {
        ...{ guid, appType: '1', appTime: chinaStamp(this.clock.now.getTime()), appStatus: '2' },
        ...{ customsCode, orderNo, ebpCode, ebpName, ebcCode, ebcName, logisticsNo, logisticsCode },
        ...{ logisticsName, buyerIdType, buyerIdNumber, buyerName, buyerTelephone, agentCode, agentName },
        ...{ copNo: `X${guids}`, invtNo, reason: '七日内无理由退货' },
        ...head,
      },
      items: items.map((item) => ({ ...this.#line(dossier, item as { gnum: number }), ...item })),
    };
    const message = {
      ...{ root, guid, version: '1.0', documents: [document], subscriptions: [], signature: SIGNATURE },
      transfer: { copCode: as, copName: '申报企业', dxpMode: 'DXP', dxpId: 'DXPENT0000012345' },
    };
    const { body } = await this.post(as, Buffer.from(encode(message as unknown as CebMessage)));
    return body.documents?.[0] ?? body;
  }

  #line({ declaration }: FullDossier, { gnum }: { readonly gnum: number }) {
    const { gcode = '', gname = '', unit = '' } = declaration.items.find((item) => item.gnum === gnum) ?? {};
    return { gcode, gname, unit };
  }

  /** The case of an order, once it stands so. */
  async caseOf({ orderNo }: Pick<Sold, 'orderNo'>, state: string, copNo?: string) {
    return this.until(async () => {
      const { body } = await this.call('GET', `/api/returns?orderNo=${orderNo}`, 'operator');
      return body.returns.find(
        (one: { state: string; copNo: string }) =>
          one.state === state && (copNo === undefined || one.copNo === copNo),
      );
    });
  }

  /** Brings a return's goods back and has them looked at. */
  async bringBack(
    sold: Pick<Sold, 'orderNo'>,
    lines: readonly object[],
    { copNo, arrivedOn = '2026-11-23' }: { readonly copNo?: string; readonly arrivedOn?: string } = {},
  ): Promise<Answer> {
    const { returnNo, revision } = await this.caseOf(sold, 'accepted', copNo);
    const path = `/api/returns/${returnNo}`;
    const back = await this.call('POST', `${path}/arrival`, 'officer', { revision, arrivedOn });
    if (back.status !== 200 || back.body.file.state !== 'arrived') return back;
    const seen = { revision: back.body.file.revision, lines };
    return this.call('POST', `${path}/inspection`, 'officer', seen);
  }

  /** What a buyer has used of the allowance of the year, to the cent. */
  async used({ dossier }: Sold): Promise<string | undefined> {
    const { orderNo } = dossier.declaration.head;
    const [row] = await this.rented.owner.query<{ used: string }>(
      `select round(a.used, 2)::text as used from quotas.allowance a
       join quotas.movement m on m.buyer_key = a.buyer_key and m.year = a.year where m.order_no = $1 limit 1`,
      [orderNo],
    );
    return row?.used;
  }

  /** Receipts of one type that a firm has been sent about an order: status and words. */
  async receipts(firm: string, type: string, orderNo: string): Promise<string[]> {
    await transactionsEnded(this.rented.database);
    const rows = await this.rented.owner.query<{ status: string }>(
      `select return_status as status from exchange.receipt where recipient = $1 and type = $2 and order_no = $3
       order by tx, seq`,
      [firm, type, orderNo],
    );
    return rows.map(({ status }) => status);
  }

  async until<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
    const limit = performance.now() + PATIENCE_MS;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (performance.now() > limit)
        throw new Error(`it does not come true; faults: ${this.faults.map(String).join('; ')}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
