import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemError } from '../api/client.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { toast } from '../ui/toast.tsx';
import { StoryDialog } from './DeliveryDialog.tsx';
import {
  changeWebhook,
  type DeliveryStory,
  removeWebhook,
  rotateSecret,
  testWebhook,
  type Webhook,
  webhooksKey,
  webhooksQuery,
} from './queries.ts';
import { type MadeSecret, SecretShown } from './SecretShown.tsx';
import { WebhookDialog } from './WebhookDialog.tsx';

type Asked = 'change' | 'rotate' | 'remove';

interface DeedsProps {
  readonly webhook: Webhook;
  /** What it is like, as the server tags it. */
  readonly tag: string | undefined;
}

/** What can be done with a webhook. */
export function Deeds({ webhook, tag }: DeedsProps) {
  const { t, say } = useTexts();
  const { webhookId, state } = webhook;
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Asked>();
  // Of what is seen when the form is opened, whatever is read meanwhile.
  const [opened, setOpened] = useState<string>();
  const [secret, setSecret] = useState<MadeSecret>();
  const [tested, setTested] = useState<DeliveryStory>();
  const { data: all } = useQuery(webhooksQuery());
  const afresh = () => queryClient.invalidateQueries({ queryKey: webhooksKey });
  const onError = (error: unknown) => {
    const changed = error instanceof ProblemError && error.status === 412 ? error.problem : undefined;
    toast(changed ? say(changed) : t('webhooks.notDone'), 'failed');
    void afresh();
  };
  const turning = useMutation({
    mutationFn: () => changeWebhook(webhookId, { state: state === 'active' ? 'paused' : 'active' }, tag),
    onSuccess: afresh,
    onError,
  });
  const testing = useMutation({
    mutationFn: () => testWebhook(webhookId),
    onSuccess: async (story) => {
      setTested(story);
      await afresh();
    },
    onError,
  });
  const close = () => setAsked(undefined);
  return (
    <>
      <Button kind="danger" onClick={() => setAsked('remove')}>
        {t('webhooks.remove')}
      </Button>
      <Button onClick={() => setAsked('rotate')}>{t('webhooks.rotate')}</Button>
      <Button
        onClick={() => {
          setOpened(tag);
          setAsked('change');
        }}
      >
        {t('webhooks.change')}
      </Button>
      <Button busy={turning.isPending} onClick={() => turning.mutate()}>
        {t(state === 'active' ? 'webhooks.pause' : 'webhooks.resume')}
      </Button>
      <Button kind="primary" busy={testing.isPending} onClick={() => testing.mutate()}>
        {t('webhooks.test')}
      </Button>
      {asked === 'change' && all && (
        <WebhookDialog
          title={t('webhooks.change')}
          deed={t('webhooks.save')}
          kinds={all.kinds}
          before={webhook}
          send={(wish) => changeWebhook(webhookId, wish, opened)}
          onDone={close}
          onClose={close}
        />
      )}
      {asked === 'rotate' && <RotateConfirm webhookId={webhookId} onMade={setSecret} onClose={close} />}
      {asked === 'remove' && <RemoveConfirm webhookId={webhookId} onClose={close} />}
      {secret && <SecretShown {...secret} onClose={() => setSecret(undefined)} />}
      {tested && (
        <StoryDialog title={t('webhooks.tested')} story={tested} onClose={() => setTested(undefined)} />
      )}
    </>
  );
}

interface RotateConfirmProps {
  readonly webhookId: string;
  readonly onMade: (made: MadeSecret) => void;
  readonly onClose: () => void;
}

function RotateConfirm({ webhookId, onMade, onClose }: RotateConfirmProps) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const rotating = useMutation({
    mutationFn: () => rotateSecret(webhookId),
    onSuccess: async ({ secret, formerSecretUntil }) => {
      await queryClient.invalidateQueries({ queryKey: webhooksKey });
      onMade({ secret, formerUntil: formerSecretUntil });
      onClose();
    },
  });
  return (
    <Confirm
      title={t('webhooks.rotateTitle')}
      deed={t('webhooks.rotate')}
      onConfirm={() => rotating.mutateAsync().catch(() => undefined)}
      onClose={onClose}
    >
      <p>{t('webhooks.rotateHint')}</p>
      {rotating.error && <Trouble error={rotating.error} onRetry={() => rotating.reset()} />}
    </Confirm>
  );
}

function RemoveConfirm({ webhookId, onClose }: { readonly webhookId: string; readonly onClose: () => void }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const removing = useMutation({
    mutationFn: () => removeWebhook(webhookId),
    onSuccess: async () => {
      await navigate({ to: '/webhooks' });
      queryClient.removeQueries({ queryKey: [...webhooksKey, 'one', webhookId] });
      await queryClient.invalidateQueries({ queryKey: webhooksKey });
    },
  });
  return (
    <Confirm
      danger
      title={t('webhooks.removeTitle')}
      deed={t('webhooks.remove')}
      onConfirm={() => removing.mutateAsync().catch(() => undefined)}
      onClose={onClose}
    >
      <p>{t('webhooks.removeHint')}</p>
      {removing.error && <Trouble error={removing.error} onRetry={() => removing.reset()} />}
    </Confirm>
  );
}
