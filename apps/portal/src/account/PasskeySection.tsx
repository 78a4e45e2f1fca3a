import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Ago, Moment } from '../ui/Moment.tsx';
import { Complaint } from './Complaint.tsx';
import { PasswordOnce } from './PasswordOnce.tsx';
import type { OwnAccount } from './PasswordSection.tsx';
import { passkeysPossible } from './passkey.ts';
import { addPasskey, namePasskey, removePasskey } from './queries.ts';

interface PasskeySectionProps {
  readonly own: OwnAccount;
  readonly newcomer: boolean;
}

/** The passkeys of one's account, and adding one. */
export function PasskeySection({ own, newcomer }: PasskeySectionProps) {
  const { t } = useTexts();
  return (
    <section className="panel" aria-labelledby="passkey-title">
      <h2 id="passkey-title">{t('account.passkey.title')}</h2>
      <p className="quiet">{t('account.passkey.intro')}</p>
      {own.passkeys.length > 0 && (
        <ul className="passkeys">
          {own.passkeys.map((passkey) => (
            <Passkey key={passkey.passkeyId} passkey={passkey} />
          ))}
        </ul>
      )}
      {passkeysPossible() ? <Adding newcomer={newcomer} /> : <p>{t('account.passkey.impossible')}</p>}
    </section>
  );
}

function Adding({ newcomer }: { readonly newcomer: boolean }) {
  const { t } = useTexts();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const queryClient = useQueryClient();
  const adding = useMutation({
    mutationFn: addPasskey,
    onSuccess: async () => {
      setName('');
      setPassword('');
      await queryClient.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    adding.mutate({ name, password: newcomer ? undefined : password });
  };
  return (
    <form onSubmit={submit}>
      <NameField id="passkey-name" value={name} onChange={setName} />
      {!newcomer && <PasswordOnce id="passkey-password" value={password} onChange={setPassword} />}
      <Complaint error={adding.error} />
      <Button type="submit" busy={adding.isPending}>
        {t('account.passkey.add')}
      </Button>
    </form>
  );
}

/** One of them; what changes it takes the password once more. */
function Passkey({ passkey }: { readonly passkey: OwnAccount['passkeys'][number] }) {
  const { t } = useTexts();
  const { passkeyId, madeAt, lastUsedAt } = passkey;
  const [name, setName] = useState(passkey.name);
  const [password, setPassword] = useState('');
  const queryClient = useQueryClient();
  const onSuccess = async () => {
    setPassword('');
    await queryClient.invalidateQueries();
  };
  const naming = useMutation({ mutationFn: namePasskey, onSuccess });
  const removing = useMutation({ mutationFn: removePasskey, onSuccess });
  const rename = (event: FormEvent) => {
    event.preventDefault();
    removing.reset();
    naming.mutate({ passkeyId, name, password });
  };
  const remove = () => {
    naming.reset();
    removing.mutate({ passkeyId, password });
  };
  return (
    <li>
      <strong>{passkey.name}</strong>
      <span className="quiet">
        {t('account.passkey.made')} <Moment at={madeAt} /> ·{' '}
        {lastUsedAt ? (
          <>
            {t('account.passkey.used')} <Ago at={lastUsedAt} />
          </>
        ) : (
          t('account.passkey.neverUsed')
        )}
      </span>
      <details>
        <summary>{t('account.passkey.change')}</summary>
        <form onSubmit={rename}>
          <NameField id={`passkey-name-${passkeyId}`} value={name} onChange={setName} />
          <PasswordOnce id={`passkey-password-${passkeyId}`} value={password} onChange={setPassword} />
          <Complaint error={naming.error ?? removing.error} />
          <div className="account-actions">
            <Button type="submit" busy={naming.isPending}>
              {t('account.passkey.rename')}
            </Button>
            <Button kind="danger" busy={removing.isPending} onClick={remove}>
              {t('account.passkey.remove')}
            </Button>
          </div>
        </form>
      </details>
    </li>
  );
}

interface NameFieldProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function NameField({ id, value, onChange }: NameFieldProps) {
  const { t } = useTexts();
  return (
    <Field id={id} label={t('account.passkey.name')} hint={t('account.passkey.nameHint')} required>
      {(control) => (
        <input
          {...control}
          className="field"
          autoComplete="off"
          maxLength={60}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
