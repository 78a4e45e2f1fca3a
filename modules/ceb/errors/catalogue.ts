import { CUSTOMS_CODES, TRANSPORT_CODES, UNLISTED_CODES } from './codes-of-customs.ts';
import { CANCELLATION_CODES, DECLARATION_CODES } from './codes-of-declarations.ts';
import { ENTERPRISE_CODES, ORDER_CODES, PAYMENT_CODES } from './codes-of-orders.ts';
import { RETURN_CODES } from './codes-of-returns.ts';
import { TALLY_CODES, WAYBILL_CODES, WAYBILL_STATUS_CODES } from './codes-of-waybills.ts';
import { type CodeEntry, type CodeFamily, type CodeRow, entryOf } from './entry.ts';
import { STATUSES } from './statuses.ts';

const TEXT = '海关跨境电商统一版报文规范 202205, chapter 7';
const SEEN = 'seen in receipts; no published list';

function entries(rows: readonly CodeRow[], family: CodeFamily, source = TEXT): CodeEntry[] {
  return rows.map((row) => entryOf(row, family, source));
}

/**
 * Every code of the standard and the undocumented ones seen in practice, with usual cause and remedy. A code may
 * stand twice: the standard itself gives -621027 and -625022 two meanings each.
 */
export const errorCatalogue: readonly CodeEntry[] = [
  ...STATUSES.map(
    ([code, zh, en, [causeZh, causeEn, remedyZh, remedyEn]]): CodeEntry => ({
      code,
      family: 'status',
      text: { zh, en },
      cause: { zh: causeZh, en: causeEn },
      remedy: { zh: remedyZh, en: remedyEn },
      source: '海关跨境电商统一版报文规范 202205, returnStatus of the receipts',
    }),
  ),
  ...entries(CUSTOMS_CODES, 'customs', SEEN),
  ...entries(ENTERPRISE_CODES, 'enterprise'),
  ...entries(ORDER_CODES, 'order'),
  ...entries(PAYMENT_CODES, 'payment'),
  ...entries(WAYBILL_CODES, 'waybill'),
  ...entries(WAYBILL_STATUS_CODES, 'waybill-status'),
  ...entries(DECLARATION_CODES, 'declaration'),
  ...entries(CANCELLATION_CODES, 'cancellation'),
  ...entries(RETURN_CODES, 'return'),
  ...entries(TALLY_CODES, 'tally'),
  ...entries(UNLISTED_CODES, 'format', SEEN),
  ...entries(TRANSPORT_CODES, 'transport', '海关跨境电商统一版报文规范 202205, DxpRep'),
];

const byCode = new Map<string, CodeEntry[]>();
for (const entry of errorCatalogue) {
  const known = byCode.get(entry.code);
  if (known) known.push(entry);
  else byCode.set(entry.code, [entry]);
}

/**
 * Meanings of a code or status: none if unknown, two where the standard itself gives two. The exchange platform's codes
 * from 4000 on are for its users to define, and share one meaning.
 */
export function meaningsOf(code: string): readonly CodeEntry[] {
  return byCode.get(code) ?? (/^[4-9]\d{3}$/.test(code) ? byCode.get('4000-9999') : undefined) ?? [];
}
