import { useQueryClient } from '@tanstack/react-query';
import { BookDialog } from '../books/BookDialog.tsx';
import { useTexts } from '../i18n/index.ts';
import { type Given, proposeGuarantee } from './queries.ts';

const kinds = ['cash', 'letter', 'insurance'] as const satisfies readonly Given['kind'][];
const kindOf = (word: string): Given['kind'] => kinds.find((kind) => kind === word) ?? 'letter';

/** Enters a guarantee; somebody else confirms it. */
export function ProposeDialog({ zone, onClose }: { readonly zone: boolean; readonly onClose: () => void }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  return (
    <BookDialog
      title={t('money.propose')}
      hint={t('money.proposeHint')}
      deed={t('money.propose')}
      initial={{
        ...{ guarantor: '', kind: 'letter', paperNo: '', issuer: '' },
        ...{ amount: '', validFrom: '', validTo: '' },
      }}
      fields={[
        ...(zone ? [{ name: 'guarantor' as const, label: t('money.guarantor'), most: 10 }] : []),
        {
          name: 'kind',
          label: t('money.kind'),
          choices: kinds.map((kind) => [kind, t(`money.kinds.${kind}`)]),
        },
        { name: 'paperNo', label: t('money.paperNo'), most: 50 },
        { name: 'issuer', label: t('money.issuer'), most: 100 },
        { name: 'amount', label: t('money.amount'), type: 'decimal', most: 17 },
        { name: 'validFrom', label: t('money.validFrom'), type: 'date' },
        { name: 'validTo', label: t('money.validTo'), type: 'date', optional: true },
      ]}
      onSend={async ({ guarantor, kind, paperNo, issuer, amount, validFrom, validTo }) => {
        await proposeGuarantee({
          ...{ kind: kindOf(kind), paperNo, issuer, amount, validFrom },
          ...(guarantor ? { guarantor } : {}),
          ...(validTo ? { validTo } : {}),
        });
        await queryClient.invalidateQueries({ queryKey: ['money'] });
      }}
      onClose={onClose}
    />
  );
}
