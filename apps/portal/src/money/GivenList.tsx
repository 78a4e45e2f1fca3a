import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { sessionAllows } from '../api/session.ts';
import type { Session } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { formatAmount } from '../ui/format.ts';
import { Trouble } from '../ui/Trouble.tsx';
import { MoreRows } from './MoreRows.tsx';
import { type Given, givenQuery, settleGuarantee } from './queries.ts';

/** Guarantees given, and for whoever may, the verdict on those others have entered. */
export function GivenList({ session }: { readonly session: Session | undefined }) {
  const { t } = useTexts();
  const found = useInfiniteQuery(givenQuery());
  const given = found.data?.pages.flatMap((page) => page.guarantees) ?? [];
  const confirms =
    session !== undefined && sessionAllows(session, { resource: 'guarantees', action: 'confirm' });
  if (given.length === 0) return null;
  return (
    <section className="panel table-scroll">
      <h2>{t('money.given')}</h2>
      <table className="table">
        <caption className="sr-only">{t('money.given')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('money.paperNo')}</th>
            <th scope="col">{t('money.guarantor')}</th>
            <th scope="col">{t('money.kind')}</th>
            <th scope="col">{t('money.issuer')}</th>
            <th scope="col" className="money-amount">
              {t('money.amount')}
            </th>
            <th scope="col">{t('money.valid')}</th>
            <th scope="col">{t('money.state')}</th>
          </tr>
        </thead>
        <tbody>
          {given.map((one) => (
            <GivenRow key={one.instrumentId} one={one} confirms={confirms && one.state === 'proposed'} />
          ))}
        </tbody>
      </table>
      <MoreRows found={found} />
    </section>
  );
}

function GivenRow({ one, confirms }: { readonly one: Given; readonly confirms: boolean }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const settling = useMutation({
    mutationFn: (verdict: 'confirm' | 'reject') => settleGuarantee(one.instrumentId, verdict),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['money'] }),
  });
  return (
    <tr>
      <th scope="row">{one.paperNo}</th>
      <td className="code">{one.guarantor}</td>
      <td>{t(`money.kinds.${one.kind}`)}</td>
      <td>
        <span lang="zh">{one.issuer}</span>
      </td>
      <td className="money-amount">{formatAmount(one.amount)}</td>
      <td>
        {one.validFrom} – {one.validTo}
      </td>
      <td>
        {t(`money.states.${one.state}`)}
        {confirms && one.own && <span className="quiet money-note">{t('money.byAnother')}</span>}
        {confirms && !one.own && (
          <span className="money-deeds">
            <Button small kind="primary" busy={settling.isPending} onClick={() => settling.mutate('confirm')}>
              {t('money.confirm')}
            </Button>
            <Button small busy={settling.isPending} onClick={() => settling.mutate('reject')}>
              {t('money.reject')}
            </Button>
          </span>
        )}
        {settling.error && <Trouble error={settling.error} onRetry={() => settling.reset()} />}
      </td>
    </tr>
  );
}
