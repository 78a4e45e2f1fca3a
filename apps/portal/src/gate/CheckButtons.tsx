import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionAllows } from '../api/session.ts';
import type { Session } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { changed, checkPass } from './queries.ts';

interface CheckProps {
  readonly passNo: string;
  readonly session: Session | undefined;
}

/** For customs: what the check of a drawn vehicle found. */
export function CheckButtons({ passNo, session }: CheckProps) {
  const { t } = useTexts();
  const [note, setNote] = useState('');
  const queryClient = useQueryClient();
  const checking = useMutation({
    mutationFn: (result: 'clear' | 'found') => checkPass(passNo, result, note),
    onSuccess: async () => {
      for (const queryKey of changed) await queryClient.invalidateQueries({ queryKey });
    },
  });
  if (!session || !sessionAllows(session, { resource: 'passes', action: 'check' })) return null;
  const id = `check-note-${passNo}`;
  return (
    <div className="gate-check">
      <label htmlFor={id}>{t('gate.checkNote')}</label>
      <input
        id={id}
        className="field"
        maxLength={200}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <Button busy={checking.isPending} onClick={() => checking.mutate('found')}>
        {t('gate.checks.found')}
      </Button>
      <Button kind="primary" busy={checking.isPending} onClick={() => checking.mutate('clear')}>
        {t('gate.checks.clear')}
      </Button>
      {checking.error && <Trouble error={checking.error} onRetry={() => checking.reset()} />}
    </div>
  );
}
