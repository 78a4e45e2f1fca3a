import type { EnterpriseCaller } from '#access';
import type { DocumentOf } from '#ceb';
import type { MessageAnswer } from '#exchange';
import { type ExportKey, type ExportStanding, exportLists, standingsOfOrders } from '#exports';
import { Problem } from '#http';
import { chinaStamp, type Decimal, divideHalfUp, formatDecimal, parseDecimal } from '#kernel';
import type { ExportCancellation, ExportReturn } from '../storage/documents.ts';
import type { Application } from './apply.ts';
import { handIn, newGuid, ownNumber } from './hand-in.ts';
import type { ReturnsPorts } from './ports.ts';

/** How exported goods come back; what is left out is as the list has it. */
export interface WayBack {
  /** Office of the site they come to. */
  readonly customsCode?: string | undefined;
  readonly loctNo?: string | undefined;
  readonly logisticsNo: string;
  readonly billNo?: string | undefined;
  readonly trafMode?: string | undefined;
  readonly trafName: string;
  readonly voyageNo: string;
  readonly portCode?: string | undefined;
  /** Country they are shipped from. */
  readonly country?: string | undefined;
}

/** What an enterprise applies for by form, of an export list. */
export interface ExportApplied extends Application {
  readonly ebcCode: string;
  readonly wayBack?: WayBack | undefined;
}

/**
 * Writes the application as CEB605 or CEB213 from the list on file, and hands it in the way every message goes.
 * @throws Problem LIST-NOT-FOUND, ENTERPRISE-NOT-ACTIVE
 */
export async function applyForExport(
  ports: ReturnsPorts,
  caller: EnterpriseCaller,
  application: ExportApplied,
): Promise<MessageAnswer> {
  const { orderNo, ebpCode, ebcCode, kind } = application;
  const found = await exportOf(ports, { orderNo, ebpCode, ebcCode });
  const mine = found && [found.list.head.agentCode, found.list.head.ebcCode].includes(caller.customsCode);
  if (!mine)
    throw new Problem(404, 'LIST-NOT-FOUND', {
      zh: `没有清单 ${ebcCode}/${ebpCode}/${orderNo}`,
      en: `There is no list ${ebcCode}/${ebpCode}/${orderNo}`,
    });
  const { list, standing } = found;
  const at = ports.now();
  const submitted = { guid: newGuid(), appType: '1', appTime: chinaStamp(at.getTime()), appStatus: '2' };
  const invtNo = standing?.invtNo ?? '-';
  const number = ownNumber(kind, at);
  if (kind === 'cancellation') {
    const { customsCode, agentCode, agentName, ebcName } = list.head;
    const named = { customsCode, agentCode, agentName, ebcCode, ebcName };
    const head: ExportCancellation['head'] = {
      ...{ ...submitted, ...named, copNo: number, invtNo, reason: application.reason },
    };
    return handIn(ports, caller, 'CEB605Message', { head, items: [] }, orderNo);
  }
  const head = returnHead(list.head, application, { ...submitted, coElNo: number, invtNo });
  return handIn(ports, caller, 'CEB213Message', { head, items: linesOf(list, application) }, orderNo);
}

type ListHead = NonNullable<Awaited<ReturnType<typeof exportOf>>>['list']['head'];

function returnHead(
  list: ListHead,
  { reason, wayBack }: ExportApplied,
  own: Pick<ExportReturn['head'], 'guid' | 'appType' | 'appTime' | 'appStatus' | 'coElNo' | 'invtNo'>,
): ExportReturn['head'] {
  const { ebpCode, ebpName, ebcCode, ebcName, logisticsCode, logisticsName, agentCode, agentName } = list;
  const { logisticsNo = list.logisticsNo, trafName = '-', voyageNo = '-', loctNo } = wayBack ?? {};
  return {
    ...{ ...own, ebpCode, ebpName, ebcCode, ebcName, logisticsCode, logisticsName, agentCode, agentName },
    ...{ logisticsNo, trafName, voyageNo, reason, ieFlag: 'I' },
    ...(loctNo === undefined ? {} : { loctNo }),
    tradeMode: list.tradeMode === '1210' ? '1261' : '9661',
    customsCode: wayBack?.customsCode ?? list.customsCode,
    billNo: wayBack?.billNo ?? logisticsNo,
    trafMode: wayBack?.trafMode ?? list.trafMode,
    portCode: wayBack?.portCode ?? list.portCode,
    country: wayBack?.country ?? list.country,
  };
}

function linesOf(
  { items }: NonNullable<Awaited<ReturnType<typeof exportOf>>>['list'],
  { lines }: ExportApplied,
): ExportReturn['items'] {
  const sent = new Map(items.map((item) => [item.gnum, item]));
  return lines.map(({ gnum, quantity }) => {
    const item = sent.get(gnum);
    const { gcode = '0000000000', gname = '-', gmodel = '-', unit = '000', unit1 = '000' } = item ?? {};
    const part = (whole: string): string =>
      formatDecimal(
        divideHalfUp(parseDecimal(whole) * parseDecimal(quantity), parseDecimal(item?.qty ?? '1')) as Decimal,
      );
    return {
      ...{ gnum, gcode, gname, gmodel, unit, unit1, qty: quantity, qty1: part(item?.qty1 ?? quantity) },
      ...(item?.qty2 && item.unit2 ? { qty2: part(item.qty2), unit2: item.unit2 } : {}),
    };
  });
}

async function exportOf({ database }: ReturnsPorts, key: ExportKey) {
  const same = (one: ExportKey): boolean => one.ebpCode === key.ebpCode && one.ebcCode === key.ebcCode;
  return database.readers.transaction(async (client) => {
    const lists = await exportLists.load<DocumentOf<'CEB603Message'>>(client, [key.orderNo]);
    const list = lists.find(({ document }) => same(document.head))?.document;
    const standing: ExportStanding | undefined = (await standingsOfOrders(client, [key.orderNo])).find(same);
    return list && { list, standing };
  });
}
