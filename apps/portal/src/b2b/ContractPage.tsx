import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Empty } from '../ui/Empty.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { DeliveryDialog } from './ContractDialogs.tsx';
import { Delivered } from './Delivered.tsx';
import { type BulkContract, bulkContractQuery, closeBulkContract } from './queries.ts';
import './b2b.css';

const route = getRouteApi('/contracts/$seller/$contractNo');

/** One contract of bulk goods: what was agreed, what its tolerance allows, and every delivery. */
export function ContractPage() {
  const { t } = useTexts();
  const key = route.useParams();
  const [doing, setDoing] = useState<'deliver' | 'close'>();
  const { data: session } = useQuery(sessionQuery());
  const { data: contract, error, refetch } = useQuery(bulkContractQuery(key));
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!contract) return <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />;
  const keeps =
    session !== undefined && sessionAllows(session, { resource: 'bulk-contracts', action: 'keep' });
  const done = () => setDoing(undefined);
  return (
    <>
      <PageHead
        title={contract.contractNo}
        intro={`${t(`b2b.contractStates.${contract.state}`)} · ${contract.buyer}`}
      >
        {keeps && contract.state === 'open' && (
          <>
            <Button onClick={() => setDoing('close')}>{t('b2b.closeContract')}</Button>
            <Button kind="primary" onClick={() => setDoing('deliver')}>
              {t('b2b.tellDelivery')}
            </Button>
          </>
        )}
      </PageHead>
      <div className="b2b-page">
        <Agreed contract={contract} />
        <Deliveries rows={contract.deliveries} />
      </div>
      {doing === 'deliver' && <DeliveryDialog contractNo={contract.contractNo} onClose={done} />}
      {doing === 'close' && <CloseDialog contract={contract} onClose={done} />}
    </>
  );
}

function Agreed({ contract }: { readonly contract: BulkContract }) {
  const { t } = useTexts();
  const facts = [
    [t('b2b.goods'), `${contract.gname} ${contract.gcode}`],
    [t('b2b.quantity'), `${contract.quantity} ± ${contract.tolerancePercent}%`],
    [t('b2b.allowed'), `${contract.least} – ${contract.most}`],
    [t('b2b.unitPrice'), `${contract.unitPrice} · ${contract.currency}`],
    [t('b2b.deliveryTerm'), `${contract.deliverFrom} – ${contract.deliverTo}`],
    [t('b2b.seller'), contract.seller],
  ] as const;
  return (
    <section className="panel" aria-labelledby="b2b-agreed">
      <h2 id="b2b-agreed">{t('b2b.agreed')}</h2>
      <Delivered contract={contract} />
      <dl className="b2b-facts">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd lang="zh">{fact}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface DeliveriesProps {
  readonly rows: readonly {
    readonly exportNo: string;
    readonly quantity: string;
    readonly deliveredOn: string;
    readonly total: string;
  }[];
}

function Deliveries({ rows }: DeliveriesProps) {
  const { t } = useTexts();
  if (rows.length === 0) return <Empty title={t('b2b.noDelivery')} hint={t('b2b.noDeliveryHint')} />;
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption>{t('b2b.deliveries')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('b2b.exportNo')}</th>
            <th scope="col">{t('b2b.deliveredOn')}</th>
            <th scope="col" className="figure">
              {t('b2b.quantity')}
            </th>
            <th scope="col" className="figure">
              {t('b2b.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.exportNo}>
              <th scope="row" className="code">
                {row.exportNo}
              </th>
              <td>{row.deliveredOn}</td>
              <td className="figure">{row.quantity}</td>
              <td className="figure">{row.total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CloseDialogProps {
  readonly contract: BulkContract;
  readonly onClose: () => void;
}

function CloseDialog({ contract, onClose }: CloseDialogProps) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const [wrong, setWrong] = useState<unknown>();
  const short = Number(contract.delivered) < Number(contract.least);
  const close = async () => {
    try {
      await closeBulkContract(contract.contractNo);
      await queryClient.invalidateQueries({ queryKey: ['b2b'] });
      onClose();
    } catch (error) {
      setWrong(error);
    }
  };
  return (
    <Confirm
      title={t('b2b.closeContract')}
      deed={t('b2b.closeContract')}
      danger={short}
      onConfirm={close}
      onClose={onClose}
    >
      <p>{t(short ? 'b2b.closeShort' : 'b2b.closeFulfilled', { least: contract.least })}</p>
      {wrong !== undefined && <Trouble error={wrong} onRetry={() => setWrong(undefined)} />}
    </Confirm>
  );
}
