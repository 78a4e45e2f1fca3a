import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useRefetchInterval } from '../api/live.ts';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Ago } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { useRowKeys } from '../ui/useRowKeys.ts';
import { makeWebhook, type Webhook, webhooksQuery } from './queries.ts';
import { SecretShown } from './SecretShown.tsx';
import { WebhookDialog } from './WebhookDialog.tsx';
import { WebhookState } from './WebhookState.tsx';
import './webhooks.css';

const empty = { address: '', label: '', events: ['receipt.*', 'list.*'] };

/** The addresses of an enterprise to which events are sent. */
export function WebhooksPage() {
  const { t } = useTexts();
  const refetchInterval = useRefetchInterval();
  const { data: session } = useQuery(sessionQuery());
  const { data, error, refetch } = useQuery({ ...webhooksQuery(), refetchInterval });
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string>();
  const manages = session !== undefined && sessionAllows(session, { resource: 'webhooks', action: 'manage' });
  return (
    <>
      <PageHead title={t('webhooks.title')} intro={t('webhooks.intro')}>
        {data && manages && (
          <Button kind="primary" onClick={() => setMaking(true)}>
            {t('webhooks.new')}
          </Button>
        )}
      </PageHead>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {data?.webhooks.length === 0 && <Empty title={t('webhooks.none')} hint={t('webhooks.noneHint')} />}
      {data && data.webhooks.length > 0 && <WebhooksTable rows={data.webhooks} />}
      {data && making && (
        <WebhookDialog
          title={t('webhooks.new')}
          deed={t('webhooks.make')}
          kinds={data.kinds}
          before={empty}
          send={makeWebhook}
          onDone={(made) => {
            setMaking(false);
            setSecret(made.secret);
          }}
          onClose={() => setMaking(false)}
        />
      )}
      {secret !== undefined && <SecretShown secret={secret} onClose={() => setSecret(undefined)} />}
    </>
  );
}

function WebhooksTable({ rows }: { readonly rows: readonly Webhook[] }) {
  const { t } = useTexts();
  const area = useRef<HTMLElement>(null);
  useRowKeys(area);
  return (
    <section ref={area} className="panel table-scroll">
      <table className="table webhooks-table">
        <caption className="sr-only">{t('webhooks.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('webhooks.address')}</th>
            <th scope="col">{t('webhooks.events')}</th>
            <th scope="col">{t('webhooks.state')}</th>
            <th scope="col">{t('webhooks.lastDelivered')}</th>
            <th scope="col" className="figure">
              {t('webhooks.states.waiting')}
            </th>
            <th scope="col" className="figure">
              {t('webhooks.states.failed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.webhookId}>
              <th scope="row">
                <Link to="/webhooks/$webhookId" params={{ webhookId: row.webhookId }} data-shortcut="row">
                  {row.label || row.address}
                </Link>
                {row.label && <small className="code">{row.address}</small>}
              </th>
              <td className="code">{row.events.join(' ')}</td>
              <td>
                <WebhookState state={row.state} />
              </td>
              <td>
                {row.lastDeliveredAt ? (
                  <Ago at={row.lastDeliveredAt} />
                ) : (
                  <span className="quiet">{t('webhooks.never')}</span>
                )}
              </td>
              <td className="figure">{row.waiting}</td>
              <td className="figure">{row.failed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
