import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRefetchInterval } from '../api/live.ts';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { Deeds } from './Deeds.tsx';
import { DeliveriesPanel } from './DeliveriesPanel.tsx';
import { type Webhook, webhookQuery } from './queries.ts';
import { WebhookState } from './WebhookState.tsx';
import './webhooks.css';

const route = getRouteApi('/webhooks/$webhookId');

/** One webhook: how it is, what can be done with it, and what was sent. */
export function WebhookPage() {
  const { t } = useTexts();
  const { webhookId } = route.useParams();
  const { deliveries } = route.useSearch();
  const refetchInterval = useRefetchInterval();
  const { data: session } = useQuery(sessionQuery());
  const { data: seen, error, refetch } = useQuery({ ...webhookQuery(webhookId), refetchInterval });
  const data = seen?.content;
  const manages = session !== undefined && sessionAllows(session, { resource: 'webhooks', action: 'manage' });
  return (
    <>
      <PageHead
        title={data?.label || t('webhooks.one')}
        {...(data ? { intro: <span className="code webhooks-address">{data.address}</span> } : {})}
      >
        {data && manages && <Deeds webhook={data} tag={seen.tag} />}
      </PageHead>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[40, 100, 100]} />}
      {data && (
        <>
          <Facts webhook={data} />
          <DeliveriesPanel webhook={data} state={deliveries} manages={manages} />
        </>
      )}
    </>
  );
}

function Facts({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTexts();
  const times = [
    ['madeAt', webhook.madeAt],
    ['lastDelivered', webhook.lastDeliveredAt],
    ['failingSince', webhook.failingSince],
    ['formerSecret', webhook.formerSecretUntil],
  ] as const;
  return (
    <section className="panel" aria-label={t('webhooks.one')}>
      {webhook.notice && (
        <p className="webhooks-notice">
          <Said text={webhook.notice} />
        </p>
      )}
      <dl className="webhooks-facts">
        <dt>{t('webhooks.state')}</dt>
        <dd>
          <WebhookState state={webhook.state} />
        </dd>
        <dt>{t('webhooks.events')}</dt>
        <dd className="code">{webhook.events.join(' ')}</dd>
        {times.map(
          ([name, at]) =>
            at && (
              <div key={name}>
                <dt>{t(`webhooks.${name}`)}</dt>
                <dd>
                  <Moment at={at} />
                </dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
