import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { cancel } from './queries.ts';

/** Customs cancels a summary, with a reason: its lists go free. */
export function CancelDialog({
  declSeqNo,
  onClose,
}: {
  readonly declSeqNo: string;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const queryClient = useQueryClient();
  const cancelling = useMutation({
    mutationFn: () => cancel(declSeqNo, reason),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['summaries'] });
      onClose();
    },
  });
  return (
    <Dialog
      title={t('summaries.cancel')}
      onClose={onClose}
      footer={
        <Button
          kind="danger"
          disabled={reason.trim().length < 2}
          busy={cancelling.isPending}
          onClick={() => cancelling.mutate()}
        >
          {t('summaries.cancel')}
        </Button>
      }
    >
      <p className="quiet">{t('summaries.cancelHint')}</p>
      <Field id="summary-reason" label={t('summaries.why')} required>
        {(control) => (
          <input
            {...control}
            className="field"
            type="text"
            maxLength={200}
            autoComplete="off"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {cancelling.error && <Trouble error={cancelling.error} onRetry={() => cancelling.reset()} />}
    </Dialog>
  );
}
