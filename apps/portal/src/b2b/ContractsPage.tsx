import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { More } from '../books/More.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { BulkContractDialog } from './ContractDialogs.tsx';
import { Delivered } from './Delivered.tsx';
import { bulkContractsQuery } from './queries.ts';
import './b2b.css';

/** Contracts of bulk goods and how far they are delivered: one's own, or those of the zone. */
export function ContractsPage() {
  const { t } = useTexts();
  const [entering, setEntering] = useState(false);
  const { data: session } = useQuery(sessionQuery());
  const keeps =
    session !== undefined && sessionAllows(session, { resource: 'bulk-contracts', action: 'keep' });
  return (
    <>
      <PageHead title={t('b2b.contractsTitle')} intro={t('b2b.contractsIntro')}>
        {keeps && (
          <Button kind="primary" onClick={() => setEntering(true)}>
            {t('b2b.enterContract')}
          </Button>
        )}
      </PageHead>
      <Contracts />
      {entering && <BulkContractDialog onClose={() => setEntering(false)} />}
    </>
  );
}

function Contracts() {
  const { t } = useTexts();
  const found = useInfiniteQuery(bulkContractsQuery());
  const contracts = found.data?.pages.flatMap((page) => page.contracts);
  if (found.error) return <Trouble error={found.error} onRetry={() => void found.refetch()} />;
  if (!contracts) return <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />;
  if (contracts.length === 0) return <Empty title={t('b2b.noContract')} hint={t('b2b.noContractHint')} />;
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('b2b.contractsTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('b2b.contractNo')}</th>
            <th scope="col">{t('b2b.seller')}</th>
            <th scope="col">{t('b2b.foreignBuyer')}</th>
            <th scope="col">{t('b2b.goods')}</th>
            <th scope="col">{t('b2b.delivered')}</th>
            <th scope="col">{t('b2b.deliveryTerm')}</th>
            <th scope="col">{t('b2b.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {contracts.map((contract) => (
            <tr key={`${contract.seller}/${contract.contractNo}`}>
              <th scope="row">
                <Link
                  className="row-link"
                  data-shortcut="row"
                  to="/contracts/$seller/$contractNo"
                  params={{ seller: contract.seller, contractNo: contract.contractNo }}
                >
                  {contract.contractNo}
                </Link>
              </th>
              <td className="code">{contract.seller}</td>
              <td>{contract.buyer}</td>
              <td lang="zh">{contract.gname}</td>
              <td className="b2b-done">
                <Delivered contract={contract} />
              </td>
              <td>
                {contract.deliverFrom} – {contract.deliverTo}
              </td>
              <td>{t(`b2b.contractStates.${contract.state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More found={found} />
    </section>
  );
}
