import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { decideExport, type ExportRow, type NewDecision } from './queries.ts';

interface DecideDialogProps {
  readonly act: NewDecision['act'];
  readonly list: ExportRow;
  readonly onClose: () => void;
}

/** An officer decides a held list, with a reason that its sender reads. */
export function DecideDialog({ act, list, onClose }: DecideDialogProps) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const queryClient = useQueryClient();
  const { orderNo, ebpCode, ebcCode, attempt, step } = list;
  const deciding = useMutation({
    mutationFn: () => decideExport({ orderNo, ebpCode, ebcCode }, { act, reason, attempt, step }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['exports'] });
      onClose();
    },
  });
  return (
    <Dialog
      title={`${t(`exports.acts.${act}`)} ${orderNo}`}
      onClose={onClose}
      footer={
        <Button
          kind="primary"
          disabled={reason.trim() === ''}
          busy={deciding.isPending}
          onClick={() => deciding.mutate()}
        >
          {t(`exports.acts.${act}`)}
        </Button>
      }
    >
      <p className="quiet">{t('exports.actHint')}</p>
      <Field id="export-reason" label={t('exports.reason')} required>
        {(control) => (
          <input
            {...control}
            className="field"
            maxLength={200}
            autoComplete="off"
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      {deciding.error && <Trouble error={deciding.error} onRetry={() => deciding.reset()} />}
    </Dialog>
  );
}
