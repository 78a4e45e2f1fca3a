import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Moment } from '../ui/Moment.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type DeliveryStory, deliveryQuery } from './queries.ts';
import { WebhookState } from './WebhookState.tsx';

interface DeliveryDialogProps {
  readonly webhookId: string;
  readonly number: string;
  /** What can be done with it. */
  readonly footer?: ReactNode;
  readonly onClose: () => void;
}

/** One delivery: what was sent, and what came back each time. */
export function DeliveryDialog({ webhookId, number, footer, onClose }: DeliveryDialogProps) {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(deliveryQuery(webhookId, number));
  const title = t('webhooks.delivery', { number });
  if (data) return <StoryDialog title={title} story={data} footer={footer} onClose={onClose} />;
  return (
    <Dialog title={title} onClose={onClose}>
      {error ? (
        <Trouble error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton label={t('app.loading')} bars={[60, 100, 100]} />
      )}
    </Dialog>
  );
}

interface StoryDialogProps {
  readonly title: string;
  readonly story: DeliveryStory;
  readonly footer?: ReactNode;
  readonly onClose: () => void;
}

export function StoryDialog({ title, story, footer, onClose }: StoryDialogProps) {
  const { t } = useTexts();
  return (
    <Dialog title={title} footer={footer} onClose={onClose}>
      <p role="status">
        <WebhookState state={story.state} /> <span className="code">{story.kind}</span>
      </p>
      <p className="quiet">
        webhook-id <span className="code">{story.eventId}</span>
      </p>
      <h3>{t('webhooks.attempts')}</h3>
      {story.attempts.length === 0 && <p className="quiet">{t('webhooks.noAttempts')}</p>}
      <ol className="webhooks-attempts">
        {story.attempts.map((attempt) => (
          <li key={attempt.number}>
            <Moment at={attempt.beganAt} />{' '}
            <span className="quiet">{t('webhooks.took', { ms: attempt.tookMs })}</span>
            <p>
              <Outcome httpStatus={attempt.httpStatus} fault={attempt.fault} />
            </p>
            {attempt.answer && (
              <p>
                {t('webhooks.answered')} <q className="code">{attempt.answer}</q>
              </p>
            )}
          </li>
        ))}
      </ol>
      <h3 id="webhooks-body">{t('webhooks.sent')}</h3>
      <pre className="webhooks-body code">{indented(story.body)}</pre>
    </Dialog>
  );
}

const faults = [
  'HTTP-STATUS',
  'REDIRECT',
  'TIMEOUT',
  'NAME-UNKNOWN',
  'NAME-SERVER',
  'ADDRESS-NOT-ALLOWED',
] as const;

interface OutcomeProps {
  readonly httpStatus: number | undefined;
  readonly fault: string | undefined;
}

/** What came of an attempt; a fault of the connection or of TLS keeps its code. */
function Outcome({ httpStatus, fault }: OutcomeProps) {
  const { t } = useTexts();
  const known = faults.find((each) => each === fault);
  const status = httpStatus === undefined ? '' : `HTTP ${httpStatus}`;
  if (fault === undefined) return <>{`${t('webhooks.arrived')} ${status}`}</>;
  return (
    <>
      {known ? t(`webhooks.faults.${known}`) : t('webhooks.otherFault')}{' '}
      <span className="code">{status || fault}</span>
    </>
  );
}

/** As text for reading; a body that is no JSON stays as it was sent. */
function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
