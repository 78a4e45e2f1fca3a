import type { ImportDeclaration, ImportOrder, ImportPayment, ImportWaybill } from '#ceb';
import { paymentFor, waybillFor } from '#clearance';
import { importLists } from '#declarations';
import type { DocumentTable, LoadedDocument, PlainDocument } from '#documents';
import type { Sender } from '#exchange';
import { importOrders } from '#orders';
import { importPayments } from '#payments';
import type { Readers } from '#postgres';
import { importWaybills } from '#waybills';
import type { PaperKind } from '../domain/kinds.ts';

export const tables: Readonly<Record<PaperKind, DocumentTable>> = {
  order: importOrders,
  payment: importPayments,
  waybill: importWaybills,
  declaration: importLists,
};

type Loaded<D extends PlainDocument> = LoadedDocument<D> | undefined;

/** The papers of a purchase that are on file. */
export interface PapersOnFile {
  readonly order: Loaded<ImportOrder>;
  readonly payment: Loaded<ImportPayment>;
  readonly waybill: Loaded<ImportWaybill>;
  readonly declaration: Loaded<ImportDeclaration>;
}

/** What tells which purchase a document belongs to. */
export interface PurchaseKey {
  readonly orderNo: string;
  /** Not written on a waybill: then of whatever platform. */
  readonly ebpCode: string | undefined;
  readonly logisticsCode?: string | undefined;
  readonly logisticsNo?: string | undefined;
}

/** The papers of a purchase as a judge would take them. */
export async function papersOnFile(database: Readers, key: PurchaseKey): Promise<PapersOnFile> {
  const orderNos = [key.orderNo];
  const mine = ({ document }: { document: { head: { ebpCode: string } } }) =>
    key.ebpCode === undefined || document.head.ebpCode === key.ebpCode;
  return database.transaction(async (client) => {
    const order = (await importOrders.load<ImportOrder>(client, orderNos)).find(mine);
    const declaration = (await importLists.load<ImportDeclaration>(client, orderNos)).find(mine);
    const payments = await importPayments.load<ImportPayment>(client, orderNos);
    const waybills = await importWaybills.load<ImportWaybill>(client, orderNos);
    const { logisticsCode = '', logisticsNo = '' } = declaration?.document.head ?? key;
    const ebpCode = key.ebpCode ?? order?.document.head.ebpCode ?? '';
    return {
      ...{ order, declaration },
      payment: paymentFor(order?.document.head, { ebpCode }, payments)?.paper,
      waybill: waybillFor({ logisticsCode, logisticsNo }, waybills)?.paper,
    };
  });
}

/**
 * Whether a purchase is a sender's business: it sent its order or its list, is a party of one, or acts for such a party.
 * Others learn how papers agree only by declaring, which is on record.
 */
export function isPartyOf({ order, declaration }: PapersOnFile, sender: Sender): boolean {
  const codes = new Set(
    [order, declaration].flatMap((paper) => {
      if (!paper) return [];
      const { ebpCode, ebcCode, agentCode } = paper.document.head as Partial<ImportDeclaration['head']>;
      return [paper.sender, paper.sentFor, ebpCode, ebcCode, agentCode];
    }),
  );
  if (codes.has(sender.customsCode)) return true;
  return [...(sender.actsFor ?? [])].some(
    ([principal, { roots }]) => codes.has(principal) && [...roots.values()].includes(null),
  );
}

/** Whether one document is a sender's own: it sent it, or is named in it with a right over it. */
export function isOwn(kind: PaperKind, paper: LoadedDocument<PlainDocument>, sender: Sender): boolean {
  const head = paper.document.head as Readonly<Record<string, unknown>>;
  const parties = tables[kind].shape.parties.map((name) => head[name]);
  return [paper.sender, paper.sentFor, ...parties].includes(sender.customsCode);
}
