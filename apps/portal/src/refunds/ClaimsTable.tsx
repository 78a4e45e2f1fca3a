import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Permission, sessionAllows, sessionQuery } from '../api/session.ts';
import { BookDialog } from '../books/BookDialog.tsx';
import { More } from '../books/More.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type Claim, claimsQuery, decide, handIn, STALE, withdraw } from './queries.ts';

/** Refund claims and what may be done with each. */
export function ClaimsTable() {
  const { t, locale } = useTexts();
  const found = useInfiniteQuery(claimsQuery());
  const claims = found.data?.pages.flatMap((page) => page.claims);
  if (found.error) return <Trouble error={found.error} onRetry={() => void found.refetch()} />;
  if (!claims || claims.length === 0) return null;
  const money = (text: string) => Number(text).toLocaleString(locale, { style: 'currency', currency: 'CNY' });
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption>{t('refunds.claims')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('refunds.claimNo')}</th>
            <th scope="col">{t('refunds.exporter')}</th>
            <th scope="col">{t('refunds.month')}</th>
            <th scope="col">{t('refunds.state')}</th>
            <th scope="col" className="figure">
              {t('refunds.refund')}
            </th>
            <th scope="col" className="figure">
              {t('refunds.accepted')}
            </th>
            <th scope="col" className="figure">
              {t('refunds.repay')}
            </th>
            <th scope="col">{t('refunds.deeds')}</th>
          </tr>
        </thead>
        <tbody>
          {claims.map((claim) => (
            <tr key={claim.claimNo}>
              <th scope="row" className="code">
                {claim.claimNo}
              </th>
              <td className="code">{claim.enterprise}</td>
              <td>{claim.month}</td>
              <td>
                {t(`refunds.states.${claim.state}`)}
                {claim.reason ? ` · ${claim.reason}` : ''}
              </td>
              <td className="figure">{money(claim.refund)}</td>
              <td className="figure">{claim.acceptedRefund ? money(claim.acceptedRefund) : '–'}</td>
              <td className="figure">{Number(claim.repay) > 0 ? money(claim.repay) : '–'}</td>
              <td>
                <ClaimDeeds claim={claim} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <More found={found} />
    </section>
  );
}

function ClaimDeeds({ claim }: { readonly claim: Claim }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const [refusing, setRefusing] = useState(false);
  const { data: session } = useQuery(sessionQuery());
  const may = (action: Permission['action']) =>
    session !== undefined && sessionAllows(session, { resource: 'export-tax', action });
  const doing = useMutation({
    mutationFn: (deed: () => Promise<unknown>) => deed(),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['export-tax'] }),
  });
  const { claimNo, state } = claim;
  const deed = (text: 'handIn' | 'withdraw' | 'accept', run: () => Promise<unknown>) => (
    <Button busy={doing.isPending} onClick={() => doing.mutate(run)}>
      {t(`refunds.${text}`)}
    </Button>
  );
  return (
    <div className="export-tax-deeds">
      {may('claim') && state === 'drafted' && deed('handIn', () => handIn(claimNo))}
      {may('claim') && ['drafted', 'handed-in'].includes(state) && deed('withdraw', () => withdraw(claimNo))}
      {may('decide') && state === 'handed-in' && (
        <>
          {deed('accept', () => decide(claimNo, { verdict: 'accept', refused: [] }))}
          <Button onClick={() => setRefusing(true)}>{t('refunds.refuse')}</Button>
        </>
      )}
      {doing.error && <Trouble error={doing.error} onRetry={() => doing.reset()} />}
      {refusing && (
        <BookDialog
          title={t('refunds.refuse')}
          hint={t('refunds.refuseHint', { claimNo })}
          deed={t('refunds.refuse')}
          stale={STALE}
          initial={{ reason: '' }}
          fields={[{ name: 'reason', label: t('refunds.reason'), most: 200 }]}
          onSend={({ reason }) => decide(claimNo, { verdict: 'refuse', reason })}
          onClose={() => setRefusing(false)}
        />
      )}
    </div>
  );
}
