import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Complaint } from '../account/Complaint.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Moment } from '../ui/Moment.tsx';
import { MailWishes } from './MailWishes.tsx';
import {
  confirmAddress,
  forgetAddress,
  type NotificationMail,
  preferencesQuery,
  proposeAddress,
  setPreferences,
} from './queries.ts';

/** Where somebody gets mail: an address, the code that proves it, and how they wish it. */
export function MailSection({ mail }: { readonly mail: NotificationMail }) {
  const { t } = useTexts();
  const { address, available, pending, wishes, stoppedFor } = mail;
  const afresh = useAfresh();
  const forgetting = useMutation({ mutationFn: forgetAddress, onSuccess: afresh });
  const turning = useMutation({
    mutationFn: (stopped: boolean) => setPreferences({ mail: { stopped } }),
    onSuccess: afresh,
  });
  return (
    <section className="panel" aria-labelledby="mail-title">
      <h2 id="mail-title">{t('notifications.mail.title')}</h2>
      {!available && <p>{t('notifications.mail.notSetUp')}</p>}
      {stoppedFor && (
        <p className="notifications-stopped">
          <Icon name="warning" /> {t(`notifications.mail.stopped.${stoppedFor}`)}
        </p>
      )}
      {address && (
        <div className="notifications-address">
          <span className="code">{address}</span>
          <Button small busy={turning.isPending} onClick={() => turning.mutate(!stoppedFor)}>
            {t(stoppedFor ? 'notifications.mail.resume' : 'notifications.mail.stop')}
          </Button>
          <Button small kind="danger" busy={forgetting.isPending} onClick={() => forgetting.mutate()}>
            {t('notifications.mail.forget')}
          </Button>
        </div>
      )}
      <Complaint error={turning.error ?? forgetting.error} />
      {address && wishes && <MailWishes wishes={wishes} />}
      {available && pending && <CodeForm address={pending.address} until={pending.until} />}
      {available && <AddressForm first={!address && !pending} />}
    </section>
  );
}

function useAfresh() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: preferencesQuery().queryKey });
}

/** @param first whether there is none yet, so that this is what one came for */
function AddressForm({ first }: { readonly first: boolean }) {
  const { t, language } = useTexts();
  const [address, setAddress] = useState('');
  const afresh = useAfresh();
  const proposing = useMutation({
    mutationFn: () => proposeAddress({ address: address.trim(), language }),
    onSuccess: async () => {
      setAddress('');
      await afresh();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    proposing.mutate();
  };
  return (
    <form className="form" onSubmit={submit}>
      <Field
        id="mail-address"
        label={t(first ? 'notifications.mail.address' : 'notifications.mail.another')}
        hint={t('notifications.mail.addressHint')}
        required
      >
        {(control) => (
          <input
            {...control}
            className="field"
            type="email"
            autoComplete="email"
            maxLength={254}
            value={address}
            onChange={({ target }) => setAddress(target.value)}
          />
        )}
      </Field>
      <Complaint error={proposing.error} />
      <div className="form-actions">
        <Button
          kind={first ? 'primary' : 'plain'}
          type="submit"
          disabled={address.trim() === ''}
          busy={proposing.isPending}
        >
          {t('notifications.mail.sendCode')}
        </Button>
      </div>
    </form>
  );
}

function CodeForm({ address, until }: { readonly address: string; readonly until: string }) {
  const { t } = useTexts();
  const [code, setCode] = useState('');
  const afresh = useAfresh();
  const confirming = useMutation({ mutationFn: () => confirmAddress(code.trim()), onSuccess: afresh });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirming.mutate();
  };
  return (
    <form className="form" onSubmit={submit}>
      <Field
        id="mail-code"
        label={t('notifications.mail.code')}
        hint={
          <>
            {t('notifications.mail.codeHint', { address })} <Moment at={until} />
          </>
        }
        required
      >
        {(control) => (
          <input
            {...control}
            className="field code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        )}
      </Field>
      <Complaint error={confirming.error} />
      <div className="form-actions">
        <Button
          kind="primary"
          type="submit"
          disabled={!/^\d{6}$/.test(code.trim())}
          busy={confirming.isPending}
        >
          {t('notifications.mail.confirm')}
        </Button>
      </div>
    </form>
  );
}
