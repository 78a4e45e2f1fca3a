import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { More } from '../books/More.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { confirmFirm, type Firm, firmsQuery } from './queries.ts';

/** What exporters have told of themselves; the tax bureau confirms it. */
export function FirmsTable() {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const found = useInfiniteQuery(firmsQuery());
  const { data: session } = useQuery(sessionQuery());
  const decides =
    session !== undefined && sessionAllows(session, { resource: 'export-tax', action: 'decide' });
  const confirming = useMutation({
    mutationFn: (firm: Firm) => confirmFirm(firm),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['export-tax'] }),
  });
  const firms = found.data?.pages.flatMap((page) => page.firms);
  if (found.error) return <Trouble error={found.error} onRetry={() => void found.refetch()} />;
  if (!firms || firms.length === 0) return null;
  const yes = (told: boolean) => (told ? t('refunds.yes') : t('refunds.no'));
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption>{t('refunds.firms')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('refunds.exporter')}</th>
            <th scope="col">{t('refunds.kind')}</th>
            <th scope="col">{t('refunds.generalTaxpayer')}</th>
            <th scope="col">{t('refunds.filingNo')}</th>
            <th scope="col">{t('refunds.zoneRegistered')}</th>
            <th scope="col">{t('refunds.smallFirm')}</th>
            <th scope="col">{t('refunds.state')}</th>
          </tr>
        </thead>
        <tbody>
          {firms.map((firm) => (
            <tr key={firm.enterprise}>
              <th scope="row" className="code">
                {firm.enterprise}
              </th>
              <td>{t(`refunds.kinds.${firm.kind}`)}</td>
              <td>{yes(firm.generalTaxpayer)}</td>
              <td className="code">{firm.refundFilingNo ?? '–'}</td>
              <td>{yes(firm.zoneRegistered)}</td>
              <td>{yes(firm.smallFirm)}</td>
              <td>
                {firm.confirmedAt ? t('refunds.confirmed') : t('refunds.unconfirmed')}{' '}
                {decides && !firm.confirmedAt && (
                  <Button busy={confirming.isPending} onClick={() => confirming.mutate(firm)}>
                    {t('refunds.confirm')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {confirming.error && <Trouble error={confirming.error} onRetry={() => confirming.reset()} />}
      <More found={found} />
    </section>
  );
}
