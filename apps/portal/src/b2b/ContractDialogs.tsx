import { BookDialog } from '../books/BookDialog.tsx';
import { useTexts } from '../i18n/index.ts';
import { enterBulkContract, tellDelivery } from './queries.ts';

const stale = [
  ['b2b', 'contracts'],
  ['b2b', 'contract'],
] as const;

/** Enters a contract of bulk goods. */
export function BulkContractDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('b2b.enterContract')}
      hint={t('b2b.enterContractHint')}
      deed={t('b2b.enterContract')}
      stale={stale}
      initial={{
        ...{ contractNo: '', buyer: '', country: '', gcode: '', gname: '', unit: '', quantity: '' },
        ...{ tolerancePercent: '', unitPrice: '', currency: '', deliverFrom: '', deliverTo: '' },
      }}
      fields={[
        { name: 'contractNo', label: t('b2b.contractNo'), most: 30 },
        { name: 'buyer', label: t('b2b.foreignBuyer'), most: 100 },
        { name: 'country', label: t('b2b.country'), type: 'number', most: 3 },
        { name: 'gcode', label: t('b2b.gcode'), type: 'number', most: 10 },
        { name: 'gname', label: t('b2b.gname'), most: 250 },
        { name: 'unit', label: t('b2b.unit'), type: 'number', most: 3 },
        { name: 'quantity', label: t('b2b.quantity'), type: 'decimal', most: 20 },
        { name: 'tolerancePercent', label: t('b2b.tolerance'), type: 'decimal', most: 5 },
        { name: 'unitPrice', label: t('b2b.unitPrice'), type: 'decimal', most: 20 },
        { name: 'currency', label: t('b2b.currency'), type: 'number', most: 3 },
        { name: 'deliverFrom', label: t('b2b.from'), type: 'date' },
        { name: 'deliverTo', label: t('b2b.to'), type: 'date' },
      ]}
      onSend={enterBulkContract}
      onClose={onClose}
    />
  );
}

interface DeliveryDialogProps {
  readonly contractNo: string;
  readonly onClose: () => void;
}

/** Tells of a delivery on a contract. */
export function DeliveryDialog({ contractNo, onClose }: DeliveryDialogProps) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('b2b.tellDelivery')}
      hint={t('b2b.tellDeliveryHint')}
      deed={t('b2b.tellDelivery')}
      stale={stale}
      initial={{ exportNo: '', quantity: '', deliveredOn: '' }}
      fields={[
        { name: 'exportNo', label: t('b2b.exportNo'), most: 18 },
        { name: 'quantity', label: t('b2b.quantity'), type: 'decimal', most: 20 },
        { name: 'deliveredOn', label: t('b2b.deliveredOn'), type: 'date' },
      ]}
      onSend={(delivery) => tellDelivery(contractNo, delivery)}
      onClose={onClose}
    />
  );
}
