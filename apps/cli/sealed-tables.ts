import { sealedAccounts } from '#access';
import { sealedAgencies } from '#agencies';
import { sealedBulk } from '#bulk';
import { importLists } from '#declarations';
import { sealedDocuments } from '#documents';
import { sealedDrafts } from '#entry';
import { sealedMessages } from '#exchange';
import { sealedDraws } from '#gate';
import { sealedCertificates } from '#goods-certificates';
import { sealedInspections } from '#inspections';
import { sealedLinks } from '#links';
import { sealedNotices } from '#notices';
import { sealedNotifications } from '#notifications';
import { importOrders } from '#orders';
import { sealedPaymentData } from '#payment-data';
import { importPayments } from '#payments';
import { sealedCorrections } from '#persons';
import { importCancellations, importReturns } from '#returns';
import { sealedSampling } from '#sampling';
import type { SealedTable } from '#vault';
import { importWaybills } from '#waybills';
import { sealedRegistry } from '../../modules/registry/wiring.ts';
import { sealedPapers } from '../sandbox/storage/documents.ts';

/** Every table something sealed lies in. */
export const sealedTables: readonly SealedTable[] = [
  ...[importOrders, importPayments, importWaybills, importLists].map(sealedDocuments),
  ...[importCancellations, importReturns].map(sealedDocuments),
  sealedMessages,
  ...sealedPaymentData,
  ...sealedLinks,
  ...sealedAgencies,
  ...sealedBulk,
  sealedInspections,
  sealedCertificates,
  sealedDrafts,
  ...sealedAccounts,
  ...sealedNotifications,
  ...sealedCorrections,
  ...sealedNotices,
  ...sealedRegistry,
  sealedDraws,
  sealedSampling,
  sealedPapers,
];
