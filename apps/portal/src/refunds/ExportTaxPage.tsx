import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Permission, sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { useNow } from '../ui/now.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { ClaimsTable } from './ClaimsTable.tsx';
import { FirmDialog, InvoiceDialog, ReceiptDialog } from './FilingDialogs.tsx';
import { FirmsTable } from './FirmsTable.tsx';
import { LinesTable } from './LinesTable.tsx';
import { PicturePanel } from './PicturePanel.tsx';
import { draftClaim, type Route } from './queries.ts';
import './refunds.css';

const page = getRouteApi('/export-tax');
const chinaAheadMs = 28_800_000;

/** The tax of exports of a month: which way each line goes and why, what may be claimed, and the claims. */
export function ExportTaxPage() {
  const { t } = useTexts();
  const now = useNow();
  const navigate = useNavigate();
  const asked = page.useSearch().month;
  const month = asked ?? new Date(now + chinaAheadMs).toISOString().slice(0, 7);
  const [route, setRoute] = useState<Route>();
  return (
    <>
      <PageHead title={t('refunds.title')} intro={t('refunds.intro')}>
        <Deeds month={month} />
      </PageHead>
      <div className="export-tax">
        <p className="export-tax-month">
          <label htmlFor="export-tax-month">{t('refunds.month')}</label>
          <input
            id="export-tax-month"
            className="field"
            type="month"
            value={month}
            onChange={({ target }) =>
              target.value &&
              void navigate({ to: '/export-tax', search: { month: target.value }, replace: true })
            }
          />
        </p>
        <PicturePanel month={month} route={route} onRoute={setRoute} />
        <LinesTable month={month} route={route} />
        <ClaimsTable />
        <FirmsTable />
      </div>
    </>
  );
}

type Filing = 'firm' | 'invoice' | 'receipt';

/** What an exporter does about it; others only look. */
function Deeds({ month }: { readonly month: string }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const [filing, setFiling] = useState<Filing>();
  const { data: session } = useQuery(sessionQuery());
  const may = (action: Permission['action']) =>
    session !== undefined && sessionAllows(session, { resource: 'export-tax', action });
  const claiming = useMutation({
    mutationFn: () => draftClaim(month),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['export-tax'] }),
  });
  const close = () => setFiling(undefined);
  return (
    <>
      {may('file') && (
        <>
          <Button onClick={() => setFiling('firm')}>{t('refunds.tellFirm')}</Button>
          <Button onClick={() => setFiling('receipt')}>{t('refunds.receipt')}</Button>
          <Button onClick={() => setFiling('invoice')}>{t('refunds.invoice')}</Button>
          <Link className="button button-plain" to="/bulk" search={{ kind: 'purchase-invoices' }}>
            {t('refunds.invoicesByTable')}
          </Link>
        </>
      )}
      {may('claim') && (
        <Button kind="primary" busy={claiming.isPending} onClick={() => claiming.mutate()}>
          {t('refunds.claim')}
        </Button>
      )}
      {claiming.error && <Trouble error={claiming.error} onRetry={() => claiming.reset()} />}
      {filing === 'firm' && <FirmDialog onClose={close} />}
      {filing === 'receipt' && <ReceiptDialog month={month} onClose={close} />}
      {filing === 'invoice' && <InvoiceDialog onClose={close} />}
    </>
  );
}
