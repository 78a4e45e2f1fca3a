import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { statusQuery, tellOfIncident } from './queries.ts';
import { WordFields } from './WordFields.tsx';

interface WordDialogProps {
  readonly incidentId: string;
  readonly onClose: () => void;
}

/** Says more of an incident, or that it is over. */
export function WordDialog({ incidentId, onClose }: WordDialogProps) {
  const { t } = useTexts();
  const [words, setWords] = useState({ zh: '', en: '' });
  const queryClient = useQueryClient();
  const telling = useMutation({
    mutationFn: (over: boolean) => tellOfIncident(incidentId, { word: words, over }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: statusQuery().queryKey });
      onClose();
    },
  });
  const whole = words.zh.trim() !== '' && words.en.trim() !== '';
  return (
    <Dialog
      title={t('status.say')}
      onClose={onClose}
      footer={
        <>
          <Button disabled={!whole} busy={telling.isPending} onClick={() => telling.mutate(true)}>
            {t('status.sayOver')}
          </Button>
          <Button
            kind="primary"
            disabled={!whole}
            busy={telling.isPending}
            onClick={() => telling.mutate(false)}
          >
            {t('status.publish')}
          </Button>
        </>
      }
    >
      <WordFields words={words} onChange={setWords} />
      {telling.error && <Trouble error={telling.error} onRetry={() => telling.reset()} />}
    </Dialog>
  );
}
