import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Complaint } from '../account/Complaint.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Moment } from '../ui/Moment.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { toast } from '../ui/toast.tsx';
import {
  type AgencyName,
  type DeliveryState,
  type LinkDelivery,
  linkDeliveriesQuery,
  linkedKey,
  replayFailed,
  replayOne,
} from './queries.ts';

interface DeliveriesProps {
  readonly agency: AgencyName;
  readonly state: DeliveryState;
  readonly replays: boolean;
}

/** What an agency is asked, by what became of it; what has not arrived can be tried again at once, one or all. */
export function Deliveries({ agency, state, replays }: DeliveriesProps) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    linkDeliveriesQuery(agency, state),
  );
  const again = useMutation({
    mutationFn: (deliveryId: string | undefined) =>
      deliveryId === undefined
        ? replayFailed(agency).then(({ replayed }) => replayed)
        : replayOne(agency, deliveryId).then(() => 1),
    onSuccess: async (number) => {
      await queryClient.invalidateQueries({ queryKey: linkedKey });
      toast(t('linked.replayed', { number }));
    },
  });
  const rows = data?.pages.flatMap(({ deliveries }) => deliveries) ?? [];
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('app.loading')} bars={[100, 100, 80]} />;
  if (rows.length === 0) return <Empty title={t('linked.none')} hint={t('linked.noneHint')} />;
  return (
    <>
      {replays && state === 'failed' && (
        <p>
          <Button
            busy={again.isPending && again.variables === undefined}
            onClick={() => again.mutate(undefined)}
          >
            {t('linked.replayAll')}
          </Button>
        </p>
      )}
      <Complaint error={again.error} />
      <DeliveriesTable
        rows={rows}
        caption={t(`linked.show.${state}`)}
        {...(replays && state !== 'delivered' ? { onReplay: again.mutate } : {})}
      />
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('linked.more')}
        </Button>
      )}
    </>
  );
}

interface DeliveriesTableProps {
  readonly rows: readonly LinkDelivery[];
  readonly caption: string;
  /** Left out where there is nothing to try again, or this reader may not. */
  readonly onReplay?: (deliveryId: string) => void;
}

function DeliveriesTable({ rows, caption, onReplay }: DeliveriesTableProps) {
  const { t } = useTexts();
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('linked.list')}</th>
            <th scope="col">{t('linked.madeAt')}</th>
            <th scope="col" className="figure">
              {t('linked.tries')}
            </th>
            <th scope="col">{t('linked.fault')}</th>
            {onReplay && <td />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.deliveryId}>
              <th scope="row">
                <OfList row={row} />
              </th>
              <td>
                <Moment at={row.deliveredAt ?? row.madeAt} />
              </td>
              <td className="figure">{row.tries}</td>
              <td>{row.fault ? <code>{row.fault}</code> : '–'}</td>
              {onReplay && (
                <td>
                  <Button small onClick={() => onReplay(row.deliveryId)}>
                    {t('linked.replay')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OfList({ row: { ebcCode, ebpCode, orderNo } }: { readonly row: LinkDelivery }) {
  return ebcCode === undefined ? (
    <Link to="/lists/$ebpCode/$orderNo" params={{ ebpCode, orderNo }} className="code">
      {orderNo}
    </Link>
  ) : (
    <Link to="/exports/$ebcCode/$ebpCode/$orderNo" params={{ ebcCode, ebpCode, orderNo }} className="code">
      {orderNo}
    </Link>
  );
}
