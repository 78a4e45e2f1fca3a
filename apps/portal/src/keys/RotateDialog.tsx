import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { formatMoment } from '../ui/format.ts';
import { Trouble } from '../ui/Trouble.tsx';
import { KeyShown } from './KeyShown.tsx';
import { type ApiKey, type KeysPageData, rotateKey } from './queries.ts';

interface RotateDialogProps {
  readonly apiKey: ApiKey;
  readonly page: KeysPageData;
  readonly onClose: () => void;
}

/** Lets a new key take over from one, which works on for some days. */
export function RotateDialog({ apiKey, page, onClose }: RotateDialogProps) {
  const { t } = useTexts();
  const [days, setDays] = useState(String(page.overlapDays));
  const queryClient = useQueryClient();
  const rotating = useMutation({
    mutationFn: () => rotateKey(apiKey.keyId, Number(days)),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['keys'] }),
  });
  if (rotating.data)
    return (
      <KeyShown
        token={rotating.data.token}
        note={t('keys.formerUntil', { until: formatMoment(rotating.data.formerUntil) })}
        onClose={onClose}
      />
    );
  return (
    <Dialog
      title={t('keys.rotateTitle', { label: apiKey.label || apiKey.prefix })}
      onClose={onClose}
      footer={
        <Button
          kind="primary"
          disabled={!/^\d+$/.test(days) || Number(days) > page.overlapDays}
          busy={rotating.isPending}
          onClick={() => rotating.mutate()}
        >
          {t('keys.rotate')}
        </Button>
      }
    >
      <p>{t('keys.rotateHint')}</p>
      <Field
        id="key-overlap"
        label={t('keys.overlap')}
        hint={t('keys.overlapHint', { count: page.overlapDays })}
        required
      >
        {(control) => (
          <input
            {...control}
            className="field"
            inputMode="numeric"
            value={days}
            maxLength={3}
            onChange={(event) => setDays(event.target.value)}
          />
        )}
      </Field>
      {rotating.error && <Trouble error={rotating.error} onRetry={() => rotating.reset()} />}
    </Dialog>
  );
}
