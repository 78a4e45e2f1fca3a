import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { BookDialog } from '../books/BookDialog.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { formatAmount } from '../ui/format.ts';
import { MoreRows } from './MoreRows.tsx';
import { type Certificate, certificatesQuery, recordPayment } from './queries.ts';

/** Payment certificates, and for customs the payment of them. */
export function CertificatesTable({ settles }: { readonly settles: boolean }) {
  const { t } = useTexts();
  const [paying, setPaying] = useState<Certificate>();
  const found = useInfiniteQuery(certificatesQuery());
  const certificates = found.data?.pages.flatMap((page) => page.certificates) ?? [];
  if (certificates.length === 0) return null;
  return (
    <section className="panel table-scroll">
      <h2>{t('money.certificates')}</h2>
      <table className="table">
        <caption className="sr-only">{t('money.certificates')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('money.certificateNo')}</th>
            <th scope="col">{t('money.guarantor')}</th>
            <th scope="col">{t('money.bills')}</th>
            <th scope="col" className="money-amount">
              {t('money.total')}
            </th>
            <th scope="col" className="money-amount">
              {t('money.lateCharge')}
            </th>
            <th scope="col">{t('money.term')}</th>
            <th scope="col">{t('money.state')}</th>
          </tr>
        </thead>
        <tbody>
          {certificates.map((one) => (
            <tr key={one.certificateNo}>
              <th scope="row" className="code">
                {one.certificateNo}
              </th>
              <td className="code">{one.guarantor}</td>
              <td>{one.bills}</td>
              <td className="money-amount">{formatAmount(one.total)}</td>
              <td className="money-amount">{formatAmount(one.lateCharge)}</td>
              <td>
                {one.dueFrom} – {one.dueTo}
              </td>
              <td>
                {t(`money.certificateStates.${one.state}`)}
                {settles && (one.state === 'open' || one.state === 'overdue') && (
                  <span className="money-deeds">
                    <Button small kind="primary" onClick={() => setPaying(one)}>
                      {t('money.pay')}
                    </Button>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows found={found} />
      {paying && <PaymentDialog certificate={paying} onClose={() => setPaying(undefined)} />}
    </section>
  );
}

function PaymentDialog({
  certificate,
  onClose,
}: {
  readonly certificate: Certificate;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  return (
    <BookDialog
      title={t('money.pay')}
      hint={t('money.payHint', { no: certificate.certificateNo, owed: formatAmount(certificate.owed) })}
      deed={t('money.pay')}
      initial={{ way: 'paid', paidOn: '', amount: certificate.owed, reference: '' }}
      fields={[
        {
          name: 'way',
          label: t('money.way'),
          choices: [
            ['paid', t('money.ways.paid')],
            ['drawn', t('money.ways.drawn')],
          ],
        },
        { name: 'paidOn', label: t('money.paidOn'), type: 'date' },
        { name: 'amount', label: t('money.amount'), type: 'decimal', most: 17 },
        { name: 'reference', label: t('money.paymentNo'), most: 50 },
      ]}
      onSend={async ({ way, paidOn, amount, reference }) => {
        await recordPayment(certificate.certificateNo, {
          ...{ way: way === 'drawn' ? 'drawn' : 'paid', paidOn, amount, reference },
        });
        await queryClient.invalidateQueries({ queryKey: ['money'] });
      }}
      onClose={onClose}
    />
  );
}
