import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type BatchKey, claim, refundQuery } from './queries.ts';

const amounts = ['claimed', 'prerefund', 'finalRefund', 'repay'] as const;

/** The refund of a batch on departure: claimed, pre-refunded, what stays and what goes back. */
export function Refund({ batch, claims }: { readonly batch: BatchKey; readonly claims: boolean }) {
  const { t, locale } = useTexts();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(refundQuery(batch));
  const claiming = useMutation({
    mutationFn: () => claim(batch.batchNo),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['abroad'] }),
  });
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const write = (text: string) => Number(text).toLocaleString(locale, { style: 'currency', currency: 'CNY' });
  const deadline = data.lines.find((line) => line.deadline)?.deadline;
  return (
    <section className="panel">
      <h2>{t('abroad.refund')}</h2>
      <dl className="abroad-amounts">
        {amounts.map((amount) => (
          <div key={amount}>
            <dt>{t(`abroad.amounts.${amount}`)}</dt>
            <dd>{write(data.total[amount])}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">
        {data.claimedOn
          ? t('abroad.claimed', { day: data.claimedOn, mark: data.mark })
          : t('abroad.notClaimed')}
        {deadline ? ` ${t('abroad.deadline', { day: deadline })}` : ''}
      </p>
      {claims && !data.claimedOn && (
        <Button busy={claiming.isPending} onClick={() => claiming.mutate()}>
          {t('abroad.claim')}
        </Button>
      )}
      {claiming.error && <Trouble error={claiming.error} onRetry={() => claiming.reset()} />}
    </section>
  );
}
