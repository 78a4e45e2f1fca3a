import { BookDialog } from '../books/BookDialog.tsx';
import { useTexts } from '../i18n/index.ts';
import { enterPrincipalContract, tellPrincipal } from './queries.ts';

interface DialogProps {
  readonly onClose: () => void;
}

const stale = [['b2b', 'principals']] as const;

/** A contract to export for a principal: named by its customs code where it is registered here, else by code and name. */
export function AgencyDialog({ onClose }: DialogProps) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('b2b.enterAgency')}
      hint={t('b2b.enterAgencyHint')}
      deed={t('b2b.enterAgency')}
      stale={stale}
      initial={{
        ...{ contractNo: '', principal: '', principalUscc: '', principalName: '' },
        ...{ goods: '', validFrom: '', validTo: '' },
      }}
      fields={[
        { name: 'contractNo', label: t('b2b.contractNo'), most: 30 },
        { name: 'principal', label: t('b2b.principalCode'), most: 10, optional: true },
        { name: 'principalUscc', label: t('b2b.principalUscc'), most: 18, optional: true },
        { name: 'principalName', label: t('b2b.principalName'), most: 100, optional: true },
        { name: 'goods', label: t('b2b.goods'), most: 250 },
        { name: 'validFrom', label: t('b2b.from'), type: 'date' },
        { name: 'validTo', label: t('b2b.to'), type: 'date' },
      ]}
      onSend={({ principal, principalUscc, principalName, ...contract }) =>
        enterPrincipalContract(
          principal.trim() === ''
            ? { ...contract, principalUscc, principalName }
            : { ...contract, principal: principal.trim() },
        )
      }
      onClose={onClose}
    />
  );
}

/** Whose an export really was. */
export function ExportDialog({ onClose }: DialogProps) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('b2b.tellExport')}
      hint={t('b2b.tellExportHint')}
      deed={t('b2b.tellExport')}
      stale={stale}
      initial={{ exportNo: '', contractNo: '', amount: '', exportedOn: '' }}
      fields={[
        { name: 'exportNo', label: t('b2b.exportNo'), most: 18 },
        { name: 'contractNo', label: t('b2b.contractNo'), most: 30 },
        { name: 'amount', label: t('b2b.amount'), type: 'decimal', most: 17 },
        { name: 'exportedOn', label: t('b2b.exportedOn'), type: 'date' },
      ]}
      onSend={tellPrincipal}
      onClose={onClose}
    />
  );
}
