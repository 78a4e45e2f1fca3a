import { BookDialog } from '../books/BookDialog.tsx';
import { useTexts } from '../i18n/index.ts';
import { fileInvoice, fileReceipt, STALE, tellFirm } from './queries.ts';

interface FilingProps {
  readonly onClose: () => void;
}

/** An exporter tells what decides the tax of its exports. */
export function FirmDialog({ onClose }: FilingProps) {
  const { t } = useTexts();
  const choices = [
    ['yes', t('refunds.yes')],
    ['no', t('refunds.no')],
  ] as const;
  return (
    <BookDialog
      title={t('refunds.tellFirm')}
      hint={t('refunds.firmHint')}
      deed={t('refunds.tellFirm')}
      stale={STALE}
      initial={{
        ...{ kind: 'trader', generalTaxpayer: 'yes', refundFilingNo: '', zoneRegistered: 'yes' },
        smallFirm: 'no',
      }}
      fields={[
        {
          name: 'kind',
          label: t('refunds.kind'),
          choices: (['trader', 'factory'] as const).map((kind) => [kind, t(`refunds.kinds.${kind}`)]),
        },
        { name: 'generalTaxpayer', label: t('refunds.generalTaxpayer'), choices },
        { name: 'refundFilingNo', label: t('refunds.filingNo'), optional: true, most: 30 },
        { name: 'zoneRegistered', label: t('refunds.zoneRegistered'), choices },
        { name: 'smallFirm', label: t('refunds.smallFirm'), choices },
      ]}
      onSend={({ kind, generalTaxpayer, refundFilingNo, zoneRegistered, smallFirm }) =>
        tellFirm({
          kind: kind === 'factory' ? 'factory' : 'trader',
          generalTaxpayer: generalTaxpayer === 'yes',
          zoneRegistered: zoneRegistered === 'yes',
          smallFirm: smallFirm === 'yes',
          ...(refundFilingNo.trim() ? { refundFilingNo: refundFilingNo.trim() } : {}),
        })
      }
      onClose={onClose}
    />
  );
}

/** Foreign exchange received for what left in a month. */
export function ReceiptDialog({ month, onClose }: FilingProps & { readonly month: string }) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('refunds.receipt')}
      hint={t('refunds.receiptHint', { month })}
      deed={t('refunds.receipt')}
      stale={STALE}
      initial={{ reference: '', receivedOn: '', currency: '502', amount: '' }}
      fields={[
        { name: 'reference', label: t('refunds.reference'), most: 40 },
        { name: 'receivedOn', label: t('refunds.receivedOn'), type: 'date' },
        { name: 'currency', label: t('refunds.currency'), type: 'number', most: 3 },
        { name: 'amount', label: t('refunds.amount'), type: 'decimal', most: 17 },
      ]}
      onSend={(values) => fileReceipt({ ...values, month })}
      onClose={onClose}
    />
  );
}

/** A VAT invoice of one kind of goods; several at once go in by the interface. */
export function InvoiceDialog({ onClose }: FilingProps) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('refunds.invoice')}
      hint={t('refunds.invoiceHint')}
      deed={t('refunds.invoice')}
      stale={STALE}
      initial={{
        ...{ invoiceNo: '', invoicedOn: '', sellerUscc: '', sellerName: '', gname: '', unit: '' },
        ...{ quantity: '', net: '', vat: '', vatRate: '0.13' },
      }}
      fields={[
        { name: 'invoiceNo', label: t('refunds.invoiceNo'), most: 30 },
        { name: 'invoicedOn', label: t('refunds.invoicedOn'), type: 'date' },
        { name: 'sellerUscc', label: t('refunds.sellerUscc'), most: 18 },
        { name: 'sellerName', label: t('refunds.sellerName'), most: 100 },
        { name: 'gname', label: t('refunds.goods'), most: 250 },
        { name: 'unit', label: t('refunds.unit'), type: 'number', most: 3 },
        { name: 'quantity', label: t('refunds.quantity'), type: 'decimal', most: 20 },
        { name: 'net', label: t('refunds.net'), type: 'decimal', most: 17 },
        { name: 'vat', label: t('refunds.vat'), type: 'decimal', most: 17 },
        { name: 'vatRate', label: t('refunds.vatRate'), type: 'decimal', most: 7 },
      ]}
      onSend={({ invoiceNo, invoicedOn, sellerUscc, sellerName, ...line }) =>
        fileInvoice({ invoiceNo, invoicedOn, sellerUscc, sellerName, lines: [{ line: 1, ...line }] })
      }
      onClose={onClose}
    />
  );
}
