import { principalSums, realPrincipals } from '#b2b';
import type { DocumentOf } from '#ceb';
import { keyText } from '#documents';
import type { Sender } from '#exchange';
import { exportLists, standingsOfOrders } from '#exports';
import { chinaDay } from '#kernel';
import type { Client, Database } from '#postgres';
import type { CodeLists } from '#registry';
import { declaredLists } from '#summaries';
import type { ParameterTable } from '#tax';
import {
  loadRefundRates,
  type RefundSettings,
  type Refunds,
  wireRefunds,
} from '../../modules/refunds/wiring.ts';

import type { EnterpriseBook } from './enterprise-book.ts';

/** How often the journal is looked at for exports that have left, milliseconds (D). */
const LOOK_MS = 5_000;

type ExportList = DocumentOf<'CEB603Message'>;

/** Those of these lists that are closed, with what their tax looks at. */
const closedLists: RefundSettings['closedLists'] = async (client: Client, names) => {
  const orderNos = [...new Set(names.map(({ orderNo }) => orderNo))];
  const wanted = new Set(names.map(({ orderNo, ebpCode, ebcCode }) => keyText([orderNo, ebpCode, ebcCode])));
  const standings = await standingsOfOrders(client, orderNos);
  const papers = await exportLists.load<ExportList>(client, orderNos);
  const byKey = new Map(papers.map(({ key, document }) => [key, document]));
  return standings.flatMap(({ orderNo, ebpCode, ebcCode, invtNo, outcome, tradeMode, ...at }) => {
    const key = keyText([orderNo, ebpCode, ebcCode]);
    const document = byKey.get(key);
    const departedAt = at.departedAt ?? at.closedAt;
    if (!wanted.has(key) || outcome !== 'closed' || !document || invtNo === null || !departedAt) return [];
    return [{ orderNo, ebpCode, ebcCode, invtNo, tradeMode, departedAt, items: document.items }];
  });
};

interface RefundParts {
  readonly now: () => Date;
  readonly codeLists: CodeLists;
  readonly enterprises: EnterpriseBook;
  readonly sender: (customsCode: string) => Promise<Sender | undefined>;
}

/** Puts the tax of exports together. */
export function composeRefunds(
  { database, sweepMs }: { readonly database: Database; readonly sweepMs?: number },
  parameters: ParameterTable,
  parts: RefundParts,
  fault: (error: unknown, what: string) => void,
): Refunds {
  const today = () => chinaDay(parts.now().getTime());
  return wireRefunds({
    ...{ database, parameters, today, closedLists, declaredLists, realPrincipals },
    principalSums: (client, days) => principalSums(client, { agent: undefined, ...days }),
    firms: (codes) => parts.enterprises.find(codes),
    ...{ now: parts.now, rates: loadRefundRates(), lookMs: sweepMs ?? LOOK_MS },
    isCode: (list, code) => parts.codeLists.has(list, code, today()),
    mayAct: async (customsCode) => (await parts.sender(customsCode)) !== undefined,
    units: () => parts.codeLists.entries('unit').map(({ code, zh, en }) => ({ code, name: { zh, en } })),
    fault: (error) => fault(error, 'the tax of exports'),
  });
}
