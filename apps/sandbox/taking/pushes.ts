import { randomUUID } from 'node:crypto';
import type { ImportDeclaration } from '#ceb';
import type { ReceiptRecord } from '#exchange';
import { chinaDay, type Decimal, formatDecimal, parseDecimal, sum } from '#kernel';
import { assessImportTax, taxInputOf, taxRulesOn } from '#tax';
import type { TaxBook } from '../../../modules/tax/wiring.ts';
import type { DocumentContent, KeptDocument } from '../storage/documents.ts';

/** What customs sends of its own accord, without its moment. */
export type Push = Pick<ReceiptRecord, 'type' | 'orderNo' | 'returnStatus' | 'returnInfo' | 'body'>;

const money = (value: Decimal): string => formatDecimal(value, 2);
const guid = (): string => randomUUID().toUpperCase();
const textOf = (value: string | number | undefined): string => String(value ?? '');

/** Fields that are not empty. */
const given = (fields: Readonly<Record<string, string | number | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => [name, String(value)]),
  );

/**
 * The tax bill of a released list (CEB816, generated) and its status once it is summarised (CEB818); none where the
 * list owes nothing or cannot be taxed. How customs numbers bills and payment certificates is not published: T and the
 * list's number; office, month and the list's running number, each list having a certificate of its own (D).
 */
export function taxBills(
  { head, items }: DocumentContent,
  invtNo: string,
  book: TaxBook,
  at: Date,
): readonly Push[] {
  const day = chinaDay(at.getTime());
  const list = { head, items } as unknown as ImportDeclaration;
  const input = taxInputOf(list, book, { day });
  if (Array.isArray(input)) return [];
  const tax = assessImportTax(input, taxRulesOn(book.parameters, day));
  if (tax.decision === 'REJECT' || tax.taxTotal === 0n) return [];
  const taxNo = `T${invtNo}`;
  const { assureCode, ebcCode, logisticsCode, agentCode, customsCode } = head;
  const entDutyNo = `${textOf(customsCode)}${day.slice(0, 4)}${day.slice(5, 7)}${invtNo.slice(-9)}`;
  const bill: Push = {
    type: 'CEB816',
    orderNo: textOf(head.orderNo),
    returnStatus: '1',
    returnInfo: '',
    body: {
      ...given({ guid: guid(), invtNo, taxNo }),
      ...{
        customsTax: money(tax.duty),
        valueAddedTax: money(tax.vat),
        consumptionTax: money(tax.consumptionTax),
      },
      ...given({ status: '1', assureCode, ebcCode, logisticsCode, agentCode, customsCode }),
      TaxListRd: tax.lines.map((line) => ({
        gnum: String(line.gnum),
        gcode: line.hs,
        taxPrice: money(line.dutiableValue),
        customsTax: money(line.duty),
        valueAddedTax: money(line.vatDue),
        consumptionTax: money(line.consumptionTaxDue),
      })),
    },
  };
  const status: Push = {
    type: 'CEB818',
    orderNo: textOf(head.orderNo),
    returnStatus: '2',
    returnInfo: '',
    body: given({ guid: guid(), invtNo, taxNo, status: '2', entDutyNo, assureCode }),
  };
  return [bill, status];
}

/**
 * The result of a summary application (CEB792): one declaration of the goods of those lists the sandbox itself has
 * given numbers to.
 * @param lists the lists named in the application, as far as they are known here
 * @param opDate YYYYMMDDhhmmssSSS
 */
export function summaryResult(
  { head }: DocumentContent,
  lists: readonly KeptDocument[],
  numbers: { readonly sumNo: string; readonly declSeqNo: string },
  opDate: string,
): Push {
  const total = (name: string): string =>
    formatDecimal(sum(lists.map(({ content }) => parseDecimal(String(content.head[name] ?? '0')))));
  const { customsCode, agentCode, agentName, ebcCode, ebcName, declAgentCode, declAgentName } = head;
  return {
    type: 'CEB792',
    orderNo: null,
    returnStatus: 'A',
    returnInfo: '',
    body: {
      ...given({ guid: guid(), customsCode, ...numbers, opDate, decState: 'A' }),
      ...given({ agentCode, agentName, ebcCode, ebcName, declAgentCode, declAgentName }),
      ...given({ grossWeight: total('grossWeight'), netWeight: total('netWeight') }),
      ...given({ msgCount: head.msgCount, msgSeqNo: head.msgSeqNo }),
      SummaryResultList: lists.flatMap(({ issued, content }, at) =>
        content.items.map((item) => ({
          ...given({ invtNo: issued.invtNo, logisticsNo: content.head.logisticsNo }),
          ...given({ gseqno: at + 1, gnum: item.gnum, gcode: item.gcode }),
        })),
      ),
    },
  };
}
