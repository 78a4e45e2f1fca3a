import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { reconnectLive } from '../api/live.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { Complaint } from './Complaint.tsx';
import { PasswordOnce } from './PasswordOnce.tsx';
import { closeAccount } from './queries.ts';

/** A consumer closes the account, for good. */
export function ClosingSection() {
  const { t } = useTexts();
  const [asked, setAsked] = useState(false);
  return (
    <section className="panel" aria-labelledby="account-closing">
      <h2 id="account-closing">{t('account.closing.title')}</h2>
      <p className="quiet">{t('account.closing.intro')}</p>
      <div>
        <Button onClick={() => setAsked(true)}>{t('account.closing.title')}</Button>
      </div>
      {asked && <ClosingDialog onClose={() => setAsked(false)} />}
    </section>
  );
}

function ClosingDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const [password, setPassword] = useState('');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const closing = useMutation({
    mutationFn: () => closeAccount(password),
    onSuccess: async () => {
      toast(t('account.closing.done'));
      queryClient.clear();
      reconnectLive();
      await navigate({ to: '/' });
    },
  });
  return (
    <Dialog
      title={t('account.closing.title')}
      onClose={onClose}
      footer={
        <Button
          kind="danger"
          disabled={password === ''}
          busy={closing.isPending}
          onClick={() => closing.mutate()}
        >
          {t('account.closing.submit')}
        </Button>
      }
    >
      <p>{t('account.closing.sure')}</p>
      <PasswordOnce id="closing-password" value={password} onChange={setPassword} />
      <Complaint error={closing.error} />
    </Dialog>
  );
}
