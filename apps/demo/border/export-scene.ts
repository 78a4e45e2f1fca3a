import type { DocumentOf, Root } from '#ceb';
import { chinaStamp } from '#kernel';
import { exportMessage } from '../exports/batches.ts';
import {
  chooseExportParties,
  type ExportOptions,
  type ExportParties,
  makeExport,
} from '../exports/dossiers.ts';
import { EXPORT_GOODS } from '../exports/goods.ts';
import type { ExportDossier } from '../exports/papers.ts';
import { createRandom, type Random } from '../random.ts';
import type { DemoEnterprise } from '../zone.ts';
import type { Actor, BorderStage } from './story.ts';

/** How an export list stands, as its page shows it. */
interface Seen {
  readonly list: {
    readonly state: string;
    readonly goods: string;
    readonly attempt: number;
    readonly step: number;
    readonly finish?: string;
    readonly invtNo?: string;
  };
  readonly findings: readonly { readonly code: string }[];
  readonly summary?: { readonly sumNo: string; readonly declSeqNo?: string };
}

type Paper = 'order' | 'waybill' | 'list';
const roots = { order: 'CEB303Message', waybill: 'CEB505Message', list: 'CEB603Message' } as const;

/** One export on the stage: who sends what, and how its list stands. */
export class ExportScene {
  readonly dossier: ExportDossier;
  readonly #stage: BorderStage;
  readonly #random: Random;
  readonly #parties: ExportParties;

  constructor(
    stage: BorderStage,
    wish: Omit<ExportOptions, 'number' | 'orderedAt' | 'parties'> = {},
    mode: '9610' | '9710' | '9810' = '9610',
  ) {
    const number = stage.number('EX');
    this.#stage = stage;
    this.#random = createRandom(`story/${number}`);
    this.#parties = chooseExportParties(this.#random, stage.zone);
    const orderedAt = stage.now().getTime() - 7_200_000;
    const parties = this.#parties;
    this.dossier = under(mode, makeExport(this.#random, stage.zone, { ...wish, number, orderedAt, parties }));
  }

  /** Papers of the dossier, each by its sender, changed as wished. */
  async send(
    paper: Paper,
    change: (document: ExportDossier[Paper]) => ExportDossier[Paper] = (same) => same,
  ): Promise<void> {
    const { platform, seller, carrier, broker } = this.#parties;
    // A warehouse abroad sends nothing: the seller does.
    const shop = this.dossier.order.head.ebpCode === NO_CODE ? seller : platform;
    const sender = paper === 'order' ? shop : paper === 'waybill' ? carrier : broker;
    await this.#hand(paper, roots[paper], change(this.dossier[paper]), sender);
  }

  async sendAll(...papers: readonly Paper[]): Promise<void> {
    for (const paper of papers) await this.send(paper);
  }

  /** The site tells that the parcel has arrived; in parts, another waybill stands in the other part. */
  async arrive(part: { readonly msgCount: number; readonly msgSeqNo: number } = whole): Promise<void> {
    const [site] = this.#stage.zone.warehouses;
    if (!site) throw new RangeError('the zone has no site');
    const { carrier } = this.#parties;
    const { logisticsNo } = this.dossier.waybill.head;
    const arrival: DocumentOf<'CEB507Message'> = {
      head: {
        ...this.#submitted(),
        ...{ customsCode: '8601', copNo: this.#stage.number('A') },
        ...{ operatorCode: site.customsCode, operatorName: site.name, ieFlag: 'E', trafMode: '5' },
        ...{ billNo: this.dossier.list.head.billNo ?? '', domesticTrafNo: '云A示例01' },
        ...{ logisticsCode: carrier.customsCode, logisticsName: carrier.name, ...part },
      },
      items: [{ gnum: 1, logisticsNo: part.msgSeqNo === 1 ? logisticsNo : `${logisticsNo}B` }],
    };
    await this.#hand('arrival', 'CEB507Message', arrival, site);
  }

  /** The carrier tells that the parcel has left the country. */
  async depart(): Promise<void> {
    const { carrier } = this.#parties;
    const departure: DocumentOf<'CEB509Message'> = {
      head: {
        ...this.#submitted(),
        ...{ customsCode: '8601', copNo: this.#stage.number('D') },
        ...{ logisticsCode: carrier.customsCode, logisticsName: carrier.name, trafMode: '5' },
        ...{ trafName: '航空', voyageNo: 'MU9601', billNo: this.dossier.list.head.billNo ?? '' },
        ...{ leaveTime: chinaStamp(this.#stage.now().getTime()), ...whole },
      },
      items: [{ gnum: 1, logisticsNo: this.dossier.waybill.head.logisticsNo }],
    };
    await this.#hand('departure', 'CEB509Message', departure, carrier);
  }

  /** Waits until the list stands as wished, and has its seller look at it. */
  async becomes(state: string, goods?: string): Promise<Seen> {
    const { path, seller } = this;
    await this.#stage.until(
      (quiet) => quiet.as(seller).get<Seen>(path),
      ({ list }) => list.state === state && (goods === undefined || list.goods === goods),
    );
    return seller.get<Seen>(path);
  }

  /** The broker asks for the list to be cancelled. */
  async cancel(invtNo: string, reason: string): Promise<void> {
    const { broker } = this.#parties;
    const { customsCode, agentCode, agentName, ebcCode, ebcName } = this.dossier.list.head;
    const document: DocumentOf<'CEB605Message'> = {
      head: {
        ...{ ...this.#submitted(), customsCode, agentCode, agentName, ebcCode, ebcName },
        ...{ copNo: this.#stage.number('C'), invtNo, reason },
      },
      items: [],
    };
    await this.#hand('cancellation', 'CEB605Message', document, broker);
  }

  /** Some pieces of the first line come back: the broker applies for it (CEB213). @returns the number of their way back */
  async comeBack(invtNo: string, back: ComingBack): Promise<string> {
    const { broker } = this.#parties;
    const { head, items } = this.dossier.list;
    const { ebpCode, ebpName, ebcCode, ebcName, logisticsCode, logisticsName, agentCode, agentName } = head;
    const logisticsNo = this.#stage.number(`W${back.tail}`);
    const document: DocumentOf<'CEB213Message'> = {
      head: {
        ...{ ...this.#submitted(), customsCode: back.office, ebpCode, ebpName, ebcCode, ebcName },
        ...{ logisticsCode, logisticsName, logisticsNo, billNo: logisticsNo, ...flight, ieFlag: 'I' },
        ...{ invtNo, coElNo: this.#stage.number(`N${back.tail}`), tradeMode: '9661', agentCode, agentName },
        ...{ portCode: head.portCode, reason: back.reason, country: head.country },
      },
      items: items.slice(0, 1).map(({ gnum, gcode, gname, gmodel, unit, unit1, qty, qty1 }) => ({
        ...{ gnum, gcode, gname, gmodel, unit, unit1, qty: back.quantity },
        qty1: String(Number(((Number(qty1) * Number(back.quantity)) / Number(qty)).toFixed(5))),
      })),
    };
    await this.#hand('return', 'CEB213Message', document, broker);
    return logisticsNo;
  }

  /** The site they come to tells that they are there (CEB215). */
  async tally(invtNo: string, logisticsNo: string, { office, tail }: ComingBack): Promise<void> {
    const site = this.#stage.zone.warehouses.at(-1);
    if (!site) throw new RangeError('the zone has no site');
    const { carrier } = this.#parties;
    const document: DocumentOf<'CEB215Message'> = {
      head: {
        ...{ ...this.#submitted(), customsCode: office, invtNo, coElNo: this.#stage.number(`T${tail}`) },
        ...{ operatorCode: site.customsCode, operatorName: site.name, ieFlag: 'I', ...flight },
        ...{ logisticsCode: carrier.customsCode, logisticsName: carrier.name, logisticsNo },
        ...{ billNo: logisticsNo, location: '退货区03位' },
      },
      items: [],
    };
    await this.#hand('tally', 'CEB215Message', document, site);
  }

  get broker(): Actor {
    return this.#stage.firm(this.#parties.broker.customsCode);
  }

  get seller(): Actor {
    return this.#stage.firm(this.#parties.seller.customsCode);
  }

  get path(): string {
    const { ebcCode, ebpCode, orderNo } = this.dossier.list.head;
    return `/api/exports/${ebcCode}/${encodeURIComponent(ebpCode)}/${orderNo}`;
  }

  /** What a document sent anew has of its own. */
  anew(appType: string): { readonly guid: string; readonly appType: string; readonly appTime: string } {
    const { guid, appTime } = this.#submitted();
    return { guid, appType, appTime };
  }

  #submitted() {
    const appTime = chinaStamp(this.#stage.now().getTime());
    return { guid: this.#random.guid(), appType: '1', appTime, appStatus: '2' };
  }

  async #hand(name: string, root: Root, document: object, sender: DemoEnterprise): Promise<void> {
    const bytes = exportMessage(root, [document], sender, this.#random);
    await this.#stage.firm(sender.customsCode).send(name, bytes);
  }
}

/** Goods of an export on their way back. */
export interface ComingBack {
  /** What tells its papers apart. */
  readonly tail: string;
  /** Customs office of the site they come to. */
  readonly office: string;
  readonly quantity: string;
  readonly reason: string;
}

const flight = { trafMode: '5', trafName: '航空', voyageNo: 'MU9602' } as const;
const whole = { msgCount: 1, msgSeqNo: 1 } as const;
const NO_CODE = '无';

/** The same export between firms (9710), or into a warehouse abroad (9810). */
function under(mode: '9610' | '9710' | '9810', dossier: ExportDossier): ExportDossier {
  if (mode === '9610') return dossier;
  const { order, list } = dossier;
  const where = mode === '9810' ? { ebpCode: NO_CODE, ebpName: '曼谷示例海外仓' } : {};
  return {
    ...dossier,
    order: { ...order, head: { ...order.head, ...where, orderType: mode === '9710' ? 'B' : 'W' } },
    list: { ...list, head: { ...list.head, ...where, tradeMode: mode } },
  };
}

/** Lines of a list classified in full, where they had four digits. */
export const inFull = (lines: ExportDossier['list']['items']): ExportDossier['list']['items'] =>
  lines.map((line) => ({
    ...line,
    gcode: EXPORT_GOODS.find(({ itemNo }) => itemNo === line.itemNo)?.gcode ?? line.gcode,
  }));

/** @throws Error where the list has not been found at fault for just this */
export function foundAlone({ findings }: Seen, code: string): void {
  if (findings.length !== 1 || findings[0]?.code !== code)
    throw new Error(`found ${findings.map((one) => one.code).join(', ') || 'nothing'}, not ${code} alone`);
}
