import { openChannel } from '#channels';
import type { PaperKind } from '../../apps/demo/papers.ts';
import type { CustomsSettings } from '../../apps/server/customs.ts';
import { dxpMail } from '../../modules/links/wiring.ts';
import { PAPER_KINDS, Purchases } from '../faults/purchases.ts';
import { Stand, type StandSettings, until } from '../faults/stand.ts';
import { CustomsPeer, type Said, type Script, TerminalNode } from './customs-peer.ts';

export type Dossier = ReturnType<Purchases['make']>;

/** A list as the operator sees it. */
export interface ListSeen {
  readonly list: { readonly state: string; readonly statusCode: string; readonly invtNo?: string };
  readonly decision?: {
    readonly judge: string;
    readonly statusCode: string;
    readonly zh: string;
    readonly advice?: { readonly zh: string };
  };
  readonly receipts: readonly { readonly status: string }[];
  readonly timeline: readonly { readonly kind: string; readonly status?: string }[];
}

export interface DeskSettings extends Partial<CustomsSettings> {
  readonly servers?: number;
  readonly paperWaitMs?: number;
  /** In place of a channel opened and mail without keys. */
  readonly linkTo?: (address: string) => Promise<CustomsSettings | undefined>;
}

const PATIENCE_MS = 15_000;

const plainLink = async (address: string): Promise<CustomsSettings> => ({
  channel: await openChannel(address),
  mail: dxpMail(),
});

/** A platform whose customs is a script at the other end of a terminal node's folders. */
export class CustomsDesk {
  readonly node: TerminalNode;
  readonly peer: CustomsPeer;
  readonly stand: Stand;
  readonly purchases: Purchases;

  private constructor(node: TerminalNode, peer: CustomsPeer, stand: Stand) {
    this.node = node;
    this.peer = peer;
    this.stand = stand;
    this.purchases = new Purchases(stand.zone, 'LIVE');
  }

  static async open(script: Script, settings: DeskSettings = {}): Promise<CustomsDesk> {
    const { servers = 1, paperWaitMs, linkTo = plainLink, ...customs } = settings;
    const node = new TerminalNode();
    const peer = await CustomsPeer.open(node.customs, script);
    const standing: StandSettings = {
      sweepMs: 200,
      ...(paperWaitMs === undefined ? {} : { paperWaitMs }),
      customs: async () => ({
        ...((await linkTo(node.platform)) ?? (await plainLink(node.platform))),
        lookMs: 20,
        ...customs,
      }),
    };
    return new CustomsDesk(node, peer, await Stand.open(servers, standing));
  }

  async close(): Promise<void> {
    await this.stand.close();
    await this.peer.close();
    this.node.remove();
  }

  make(count: number): Dossier[] {
    return Array.from({ length: count }, () => this.purchases.make());
  }

  /** Hands in these papers of purchases, a message a kind. */
  async declare(
    dossiers: readonly Dossier[],
    kinds: readonly PaperKind[] = PAPER_KINDS,
    server = 0,
  ): Promise<void> {
    for (const kind of kinds) {
      const bytes = this.purchases.message(kind, dossiers.map((dossier) => dossier[kind]) as never);
      const answer = await this.stand.post(this.purchases.sender(kind).customsCode, bytes, { server });
      const refused = answer.documents.filter(({ verdict }) => verdict === 'refused');
      if (answer.http !== 200 || refused.length > 0) throw new Error(`${kind}: ${JSON.stringify(answer)}`);
    }
  }

  async list({ declaration: { head } }: Dossier): Promise<ListSeen> {
    const path = `/api/lists/${head.ebpCode}/${head.orderNo}`;
    return (await (await this.stand.get(path, this.stand.key('operator'))).json()) as ListSeen;
  }

  /** Waits until a list is in a state; answers how it then stands. */
  async reaches(dossier: Dossier, state: string, status?: string): Promise<ListSeen> {
    let seen: ListSeen | undefined;
    const holds = async (): Promise<boolean> => {
      seen = await this.list(dossier);
      return seen.list.state === state && (status === undefined || seen.list.statusCode === status);
    };
    await until(holds, PATIENCE_MS, `the list is not ${state} ${status ?? ''}`);
    if (!seen) throw new Error('nothing was seen');
    return seen;
  }

  /** Waits until a question of the database has this count. */
  async counts(count: number, question: string): Promise<void> {
    const holds = async (): Promise<boolean> => (await this.stand.count(question)) === count;
    await until(holds, PATIENCE_MS, `not ${count}: ${question}`);
  }

  /** Has customs say something of a list, unasked. */
  async say(dossier: Dossier, said: Said): Promise<void> {
    const head = dossier.declaration.head as unknown as Record<string, string>;
    await this.peer.say({ root: 'CEB621Message', head }, said, RECEIVER);
  }

  /** What an operator asks of the links. */
  async ask<Body>(path: string, method = 'GET', key = this.stand.key('operator')) {
    const response = await fetch(`${this.stand.url()}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}` },
    });
    return { http: response.status, body: (await response.json()) as Body };
  }

  /** Statuses of the receipts of the declarant, in the order in which they came. */
  async statuses(type = 'CEB622'): Promise<string[]> {
    const receipts = await this.stand.receipts(this.purchases.sender('declaration').customsCode, type);
    return receipts.map(({ returnStatus }) => returnStatus);
  }

  /** Movements of the allowance, by kind. */
  async movements(): Promise<string[]> {
    const rows = await this.stand.database.query<{ kind: string }>(
      'select kind from quotas.movement order by order_no, attempt, kind desc',
    );
    return rows.map(({ kind }) => kind);
  }
}

/** Any enterprise of the platform: receipts of customs find their way by what they say. */
const RECEIVER = 'DXPENT0000000001';
