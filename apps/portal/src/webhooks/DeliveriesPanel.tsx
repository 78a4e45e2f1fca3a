import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useRefetchInterval } from '../api/live.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Moment } from '../ui/Moment.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { toast } from '../ui/toast.tsx';
import { DeliveryDialog } from './DeliveryDialog.tsx';
import {
  type Delivery,
  type DeliveryState,
  deliveriesQuery,
  replay,
  type Webhook,
  webhooksKey,
} from './queries.ts';
import { WebhookState } from './WebhookState.tsx';

interface DeliveriesPanelProps {
  readonly webhook: Webhook;
  readonly state: DeliveryState | undefined;
  readonly manages: boolean;
}

/** What was sent to a webhook, newest first; what failed is sent again from here. */
export function DeliveriesPanel({ webhook, state, manages }: DeliveriesPanelProps) {
  const { t } = useTexts();
  const { webhookId } = webhook;
  const navigate = useNavigate();
  const refetchInterval = useRefetchInterval();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...deliveriesQuery(webhookId, state),
    refetchInterval,
  });
  const rows = data?.pages.flatMap(({ deliveries }) => deliveries);
  return (
    <section className="panel webhooks-deliveries" aria-labelledby="deliveries-heading">
      <div className="panel-head">
        <h2 id="deliveries-heading">{t('webhooks.deliveries')}</h2>
        {manages && webhook.failed > 0 && <ReplayAll webhook={webhook} />}
      </div>
      <Choice
        label={t('webhooks.state')}
        value={state ?? 'all'}
        options={(['all', 'waiting', 'delivered', 'failed'] as const).map((value) => ({
          value,
          label: t(`webhooks.states.${value}`),
        }))}
        onChange={(value) =>
          void navigate({
            to: '/webhooks/$webhookId',
            params: { webhookId },
            search: value === 'all' ? {} : { deliveries: value },
          })
        }
      />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!rows && !error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {rows?.length === 0 && <p className="quiet">{t('webhooks.noDeliveries')}</p>}
      {rows && rows.length > 0 && <DeliveriesTable webhookId={webhookId} rows={rows} manages={manages} />}
      {hasNextPage && (
        <p className="webhooks-more">
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('webhooks.more')}
          </Button>
        </p>
      )}
    </section>
  );
}

interface DeliveriesTableProps {
  readonly webhookId: string;
  readonly rows: readonly Delivery[];
  readonly manages: boolean;
}

function DeliveriesTable({ webhookId, rows, manages }: DeliveriesTableProps) {
  const { t } = useTexts();
  const [number, setNumber] = useState<string>();
  const shown = rows.find((row) => row.number === number);
  const close = () => setNumber(undefined);
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="sr-only">{t('webhooks.deliveries')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('webhooks.number')}</th>
            <th scope="col">{t('webhooks.kind')}</th>
            <th scope="col">{t('webhooks.happenedAt')}</th>
            <th scope="col">{t('webhooks.state')}</th>
            <th scope="col" className="figure">
              {t('webhooks.tries')}
            </th>
            <th scope="col">{t('webhooks.settledAt')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <th scope="row">
                <Button kind="text" small data-shortcut="row" onClick={() => setNumber(row.number)}>
                  {row.number}
                </Button>
              </th>
              <td className="code">{row.kind}</td>
              <td>
                <Moment at={row.happenedAt} />
              </td>
              <td>
                <WebhookState state={row.state} />
              </td>
              <td className="figure">{row.tries}</td>
              <td>{row.settledAt && <Moment at={row.settledAt} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown && (
        <DeliveryDialog
          webhookId={webhookId}
          number={shown.number}
          footer={
            manages &&
            shown.state === 'failed' &&
            // A test is sent once: another one is a test of its own.
            shown.kind !== 'webhook.test' && (
              <ReplayOne webhookId={webhookId} number={shown.number} onDone={close} />
            )
          }
          onClose={close}
        />
      )}
    </div>
  );
}

/** Sends again, and says how many. */
function useReplay(webhookId: string, onDone: () => void) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (numbers: string[] | undefined) => replay(webhookId, numbers),
    onSuccess: async ({ replayed }) => {
      await queryClient.invalidateQueries({ queryKey: webhooksKey });
      toast(t('webhooks.replayed', { count: replayed }));
      onDone();
    },
    onError: () => toast(t('webhooks.notDone'), 'failed'),
  });
}

interface ReplayOneProps {
  readonly webhookId: string;
  readonly number: string;
  readonly onDone: () => void;
}

function ReplayOne({ webhookId, number, onDone }: ReplayOneProps) {
  const { t } = useTexts();
  const replaying = useReplay(webhookId, onDone);
  return (
    <Button kind="primary" busy={replaying.isPending} onClick={() => replaying.mutate([number])}>
      {t('webhooks.replay')}
    </Button>
  );
}

function ReplayAll({ webhook: { webhookId, failed } }: { readonly webhook: Webhook }) {
  const { t } = useTexts();
  const [asked, setAsked] = useState(false);
  const close = () => setAsked(false);
  const replaying = useReplay(webhookId, close);
  return (
    <>
      <Button small onClick={() => setAsked(true)}>
        {t('webhooks.replayAll', { count: failed })}
      </Button>
      {asked && (
        <Confirm
          title={t('webhooks.replayAll', { count: failed })}
          deed={t('webhooks.replay')}
          onConfirm={() => replaying.mutateAsync(undefined).catch(() => undefined)}
          onClose={close}
        >
          <p>{t('webhooks.replayHint')}</p>
        </Confirm>
      )}
    </>
  );
}
