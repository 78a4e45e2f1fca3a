import type { EnterpriseCaller } from '#access';
import type { ImportDeclaration } from '#ceb';
import { standingsOf } from '#clearance';
import { importLists } from '#declarations';
import type { MessageAnswer } from '#exchange';
import { Problem } from '#http';
import { chinaStamp } from '#kernel';
import type { CaseFile } from '../storage/cases.ts';
import type { ExportReturn, ImportReturn } from '../storage/documents.ts';
import { handIn, newGuid, ownNumber } from './hand-in.ts';
import type { ReturnsPorts } from './ports.ts';
import { notNow } from './problems.ts';
import { documentOf, salesOrderOf } from './step.ts';

/** What an enterprise applies for by form: the rest is taken from the list on file. */
export interface Application {
  readonly kind: 'cancellation' | 'return';
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly reason: string;
  readonly lines: readonly { readonly gnum: number; readonly quantity: string }[];
}

/**
 * Writes the application as the message an enterprise would send, and hands it in the way every message goes. Who the
 * buyer is comes from the list on file and is shown to nobody. Who did it is on record before it goes.
 * @throws Problem LIST-NOT-FOUND, ENTERPRISE-NOT-ACTIVE
 */
export async function applyByForm(
  ports: ReturnsPorts,
  caller: EnterpriseCaller,
  application: Application,
): Promise<MessageAnswer> {
  const { orderNo, ebpCode, reason, kind } = application;
  const found = await listOf(ports, application);
  const mine = found && [found.list.head.agentCode, found.list.head.ebcCode].includes(caller.customsCode);
  if (!mine)
    throw new Problem(404, 'LIST-NOT-FOUND', {
      zh: `没有清单 ${ebpCode}/${orderNo}`,
      en: `There is no list ${ebpCode}/${orderNo}`,
    });
  const { list, invtNo } = found;
  const copNo = ownNumber(kind, ports.now());
  const head = {
    ...{ guid: newGuid(), appType: '1', appTime: chinaStamp(ports.now().getTime()), appStatus: '2' },
    ...namedBy(list.head),
    ...{ copNo, invtNo: invtNo ?? '-', reason },
  };
  const sold = new Map(list.items.map((item) => [item.gnum, item]));
  const items = application.lines.map(({ gnum, quantity }) => {
    const { gcode = '0000000000', gname = '-', unit = '000' } = sold.get(gnum) ?? {};
    return { gnum, gcode, gname, qty: quantity, unit };
  });
  const root = kind === 'return' ? 'CEB625Message' : 'CEB623Message';
  return handIn(ports, caller, root, { head, items: kind === 'return' ? items : [] }, orderNo);
}

/** Fields by which both documents name their list. */
function namedBy(head: ImportDeclaration['head']) {
  const { customsCode, orderNo, ebpCode, ebpName, ebcCode, ebcName, logisticsNo, logisticsCode } = head;
  const { logisticsName, buyerIdType, buyerIdNumber, buyerName, buyerTelephone, agentCode, agentName } = head;
  return {
    ...{ customsCode, orderNo, ebpCode, ebpName, ebcCode, ebcName, logisticsNo, logisticsCode },
    ...{ logisticsName, buyerIdType, buyerIdNumber, buyerName, buyerTelephone, agentCode, agentName },
  };
}

async function listOf({ database }: ReturnsPorts, { orderNo, ebpCode }: Application) {
  return database.readers.transaction(async (client) => {
    const lists = await importLists.load<ImportDeclaration>(client, [orderNo]);
    const list = lists.find(({ document }) => document.head.ebpCode === ebpCode)?.document;
    const standing = (await standingsOf(client, [orderNo])).find((one) => one.ebpCode === ebpCode);
    return list && { list, invtNo: standing?.invtNo };
  });
}

/** Takes a return back that is on its way: the document is deleted as its enterprise would delete it. @throws Problem RETURNS-STATE */
export async function withdrawReturn(
  ports: ReturnsPorts,
  caller: EnterpriseCaller,
  file: CaseFile,
): Promise<MessageAnswer> {
  if (file.kind !== 'return' || !['received', 'accepted'].includes(file.state)) throw notNow(file);
  const { document } = await ports.database.transaction((client) =>
    documentOf<ImportReturn | ExportReturn>(client, file),
  );
  const head = {
    ...document.head,
    ...{ guid: newGuid(), appType: '3', appTime: laterThan(document.head.appTime, ports.now()) },
  };
  const root = file.direction === 'export' ? 'CEB213Message' : 'CEB625Message';
  return handIn(ports, caller, root, { head, items: document.items }, salesOrderOf(file));
}

/** An older message would be taken for an old one; two within a second are told apart by the next. */
function laterThan(before: string, now: Date): string {
  const stamp = chinaStamp(now.getTime());
  return stamp > before ? stamp : chinaStamp(now.getTime() + 1_000);
}
