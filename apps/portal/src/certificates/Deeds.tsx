import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { BookDialog } from '../books/BookDialog.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type Certificate, decideCertificate, STALE, withdrawCertificate } from './queries.ts';

interface DeedsProps {
  readonly certificate: Certificate;
  readonly files: boolean;
  /** Whether it is for the reader's agency to accept it. */
  readonly decides: boolean;
}

type Deed = 'withdraw' | 'accepted' | 'refused';

/** What may be done about a certificate as it stands: taken back by its holder, decided by its agency. */
export function Deeds({ certificate, files, decides }: DeedsProps) {
  const { t } = useTexts();
  const [doing, setDoing] = useState<Deed>();
  const { certificateId, number, state, paper } = certificate;
  const queryClient = useQueryClient();
  const withdrawing = useMutation({
    mutationFn: () => withdrawCertificate(certificateId),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['goods-certificates'] }),
    onSettled: () => setDoing(undefined),
  });
  const close = () => setDoing(undefined);
  const withdraws = files && (state === 'filed' || state === 'accepted');
  return (
    <>
      {withdraws && <Button onClick={() => setDoing('withdraw')}>{t('certificates.withdraw')}</Button>}
      {decides && state === 'filed' && (
        <>
          <Button onClick={() => setDoing('refused')}>{t('certificates.decide.refused')}</Button>
          <Button kind="primary" disabled={!paper} onClick={() => setDoing('accepted')}>
            {t('certificates.decide.accepted')}
          </Button>
        </>
      )}
      {withdrawing.error && <Trouble error={withdrawing.error} onRetry={() => withdrawing.reset()} />}
      {doing === 'withdraw' && (
        <Confirm
          title={`${t('certificates.withdraw')} ${number}`}
          deed={t('certificates.withdraw')}
          danger
          onConfirm={() => withdrawing.mutateAsync().catch(() => undefined)}
          onClose={close}
        >
          <p>{t('certificates.withdrawHint')}</p>
        </Confirm>
      )}
      {(doing === 'accepted' || doing === 'refused') && (
        <BookDialog
          title={`${t(`certificates.decide.${doing}`)} ${number}`}
          hint={t('certificates.decideHint')}
          deed={t(`certificates.decide.${doing}`)}
          stale={STALE}
          initial={{ reason: '' }}
          fields={[{ name: 'reason', label: t('certificates.reason'), most: 500 }]}
          onSend={({ reason }) => decideCertificate(certificateId, { decision: doing, reason })}
          onClose={close}
        />
      )}
    </>
  );
}
