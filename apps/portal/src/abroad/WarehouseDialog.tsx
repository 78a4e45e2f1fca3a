import { BookDialog } from '../books/BookDialog.tsx';
import { useTexts } from '../i18n/index.ts';
import { fileWarehouse, type NewWarehouse } from './queries.ts';

const tenures = [
  'own',
  'leased',
  'third-party',
  'platform',
] as const satisfies readonly NewWarehouse['tenure'][];
const tenureOf = (word: string): NewWarehouse['tenure'] => tenures.find((one) => one === word) ?? 'leased';

/** Files an overseas warehouse. */
export function WarehouseDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('abroad.file')}
      hint={t('abroad.fileHint')}
      deed={t('abroad.file')}
      stale={[['abroad']]}
      initial={{
        ...{ warehouseNo: '', name: '', operator: '', tenure: 'leased', country: '', city: '' },
        ...{ address: '', areaM2: '', contractNo: '', contractFrom: '', contractTo: '' },
      }}
      fields={[
        { name: 'warehouseNo', label: t('abroad.warehouseNo'), most: 30 },
        { name: 'name', label: t('abroad.name'), most: 100 },
        { name: 'operator', label: t('abroad.operator'), most: 100 },
        {
          name: 'tenure',
          label: t('abroad.tenure'),
          choices: tenures.map((one) => [one, t(`abroad.tenures.${one}`)]),
        },
        { name: 'country', label: t('abroad.country'), type: 'number', most: 3 },
        { name: 'city', label: t('abroad.city') },
        { name: 'address', label: t('abroad.address'), most: 200 },
        { name: 'areaM2', label: t('abroad.area'), type: 'decimal', most: 13 },
        { name: 'contractNo', label: t('abroad.contractNo') },
        { name: 'contractFrom', label: t('abroad.contractFrom'), type: 'date' },
        { name: 'contractTo', label: t('abroad.contractTo'), type: 'date' },
      ]}
      onSend={({ tenure, ...values }) => fileWarehouse({ ...values, tenure: tenureOf(tenure) })}
      onClose={onClose}
    />
  );
}
