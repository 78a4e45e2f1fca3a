import { sealedAccounts } from '#access';
import { sealedBulk } from '#bulk';
import { importLists } from '#declarations';
import { sealedDocuments } from '#documents';
import { sealedMessages } from '#exchange';
import { sealedLinks } from '#links';
import { importOrders } from '#orders';
import { sealedPaymentData } from '#payment-data';
import { importPayments } from '#payments';
import type { SealedTable } from '#vault';
import { importWaybills } from '#waybills';
import { sealedPapers } from '../sandbox/storage/documents.ts';

/** Every table something sealed lies in. */
export const sealedTables: readonly SealedTable[] = [
  ...[importOrders, importPayments, importWaybills, importLists].map(sealedDocuments),
  sealedMessages,
  ...sealedPaymentData,
  ...sealedLinks,
  ...sealedBulk,
  ...sealedAccounts,
  sealedPapers,
];
