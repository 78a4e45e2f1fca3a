import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { apply } from './queries.ts';

/** Has what is left of a month summed up. */
export function ApplyDialog({ month, onClose }: { readonly month: string; readonly onClose: () => void }) {
  const { t } = useTexts();
  const [wish, setWish] = useState({ bySeller: false, byName: false });
  const queryClient = useQueryClient();
  const applying = useMutation({
    mutationFn: () => apply({ month, ...wish }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['summaries'] });
      onClose();
    },
  });
  return (
    <Dialog
      title={t('summaries.applyFor', { month })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button kind="primary" busy={applying.isPending} onClick={() => applying.mutate()}>
            {t('summaries.apply')}
          </Button>
        </>
      }
    >
      <p className="quiet">{t('summaries.applyHint')}</p>
      {(['bySeller', 'byName'] as const).map((name) => (
        <p key={name}>
          <label className="summaries-wish">
            <input
              type="checkbox"
              checked={wish[name]}
              onChange={(event) => setWish({ ...wish, [name]: event.target.checked })}
            />
            {t(`summaries.${name}`)}
          </label>
        </p>
      ))}
      {applying.error && <Trouble error={applying.error} onRetry={() => applying.reset()} />}
    </Dialog>
  );
}
