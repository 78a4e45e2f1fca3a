import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { foundIn } from '../ui/found.ts';
import { Trouble } from '../ui/Trouble.tsx';
import { KindsChoice } from './KindsChoice.tsx';
import { type KindGroup, type NewWebhook, webhooksKey } from './queries.ts';

interface WebhookDialogProps<Done> {
  readonly title: string;
  readonly deed: string;
  readonly kinds: readonly KindGroup[];
  readonly before: Pick<NewWebhook, 'address' | 'events'> & { readonly label: string };
  readonly send: (wish: NewWebhook) => Promise<Done>;
  readonly onDone: (done: Done) => void;
  readonly onClose: () => void;
}

/** Whether the dialog has a field for what is found at a path. */
const isField = (path: string): boolean => path === 'address' || path.startsWith('events');

/** The form of a webhook: a new one, or one that is changed. */
export function WebhookDialog<Done>(props: WebhookDialogProps<Done>) {
  const { title, deed, kinds, before, send, onDone, onClose } = props;
  const { t } = useTexts();
  const [address, setAddress] = useState(before.address);
  const [label, setLabel] = useState(before.label);
  const [events, setEvents] = useState<readonly string[]>(before.events);
  const queryClient = useQueryClient();
  const sending = useMutation({
    mutationFn: () => send({ address: address.trim(), label: label.trim(), events: [...events] }),
    onSuccess: async (done) => {
      await queryClient.invalidateQueries({ queryKey: webhooksKey });
      onDone(done);
    },
    // What was not taken may be another by now.
    onError: () => queryClient.invalidateQueries({ queryKey: webhooksKey }),
  });
  const found = foundIn(sending.error);
  const whole = address.trim() !== '' && events.length > 0;
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <Button kind="primary" disabled={!whole} busy={sending.isPending} onClick={() => sending.mutate()}>
          {deed}
        </Button>
      }
    >
      <Field
        id="webhook-address"
        label={t('webhooks.address')}
        hint={t('webhooks.addressHint')}
        findings={found.filter(({ path }) => path === 'address')}
        required
      >
        {(control) => (
          <input
            {...control}
            className="field code"
            type="url"
            value={address}
            maxLength={2000}
            onChange={(event) => setAddress(event.target.value)}
          />
        )}
      </Field>
      <Field id="webhook-label" label={t('webhooks.label')} hint={t('webhooks.labelHint')}>
        {(control) => (
          <input
            {...control}
            className="field"
            value={label}
            maxLength={100}
            onChange={(event) => setLabel(event.target.value)}
          />
        )}
      </Field>
      <KindsChoice
        offered={kinds}
        chosen={events}
        onChange={setEvents}
        findings={found.flatMap((finding) =>
          finding.path?.startsWith('events') ? [{ ...finding, code: finding.path }] : [],
        )}
      />
      {sending.error && <Trouble error={sending.error} onRetry={() => sending.reset()} atField={isField} />}
    </Dialog>
  );
}
