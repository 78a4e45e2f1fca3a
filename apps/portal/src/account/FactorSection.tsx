import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Ago } from '../ui/Moment.tsx';
import { Complaint } from './Complaint.tsx';
import { PasswordOnce } from './PasswordOnce.tsx';
import type { OwnAccount } from './PasswordSection.tsx';
import { QrCode } from './QrCode.tsx';
import { beginTotp, confirmTotp, removeTotp, renewRecoveryCodes } from './queries.ts';

interface FactorSectionProps {
  readonly own: OwnAccount;
  readonly newcomer: boolean;
}

/** The authenticator app and the recovery codes. */
export function FactorSection({ own, newcomer }: FactorSectionProps) {
  const { t } = useTexts();
  const [codes, setCodes] = useState<readonly string[]>();
  const queryClient = useQueryClient();
  const renewed = async (next: readonly string[] | undefined) => {
    setCodes(next);
    await queryClient.invalidateQueries();
  };
  const missing = own.needsSecondFactor && own.totpSince === null && own.passkeys.length === 0;
  return (
    <section className="panel" aria-labelledby="factor-title">
      <h2 id="factor-title">{t('account.factor.title')}</h2>
      {own.totpSince === null ? (
        <p>{t(missing ? 'account.factor.required' : 'account.factor.none')}</p>
      ) : (
        <p className="quiet">
          {t('account.factor.since')} <Ago at={own.totpSince} /> ·{' '}
          {t('account.factor.left', { count: own.recoveryCodesLeft })}
        </p>
      )}
      {codes && <RecoveryCodes codes={codes} />}
      <SetUp again={own.totpSince !== null} urgent={missing} newcomer={newcomer} onDone={renewed} />
      {(own.totpSince !== null || own.passkeys.length > 0) && !newcomer && (
        <OnceMore own={own} onDone={renewed} />
      )}
    </section>
  );
}

function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useTexts();
  return (
    <div className="recovery-codes" role="status">
      <p>
        <strong>{t('account.factor.codesHint')}</strong>
      </p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SetUpProps {
  readonly again: boolean;
  readonly urgent: boolean;
  readonly newcomer: boolean;
  readonly onDone: (codes: readonly string[]) => Promise<void>;
}

/** Two steps: the QR code, then the first code of the app. */
function SetUp({ again, urgent, newcomer, onDone }: SetUpProps) {
  const { t } = useTexts();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const beginning = useMutation({ mutationFn: beginTotp, onSuccess: () => setPassword('') });
  const confirming = useMutation({
    mutationFn: confirmTotp,
    onSuccess: async ({ codes }) => {
      beginning.reset();
      setCode('');
      await onDone(codes);
    },
  });
  const begin = (event: FormEvent) => {
    event.preventDefault();
    beginning.mutate(newcomer ? undefined : password);
  };
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    confirming.mutate(code);
  };
  if (!beginning.data)
    return (
      <form onSubmit={begin}>
        {!newcomer && <PasswordOnce id="set-up-password" value={password} onChange={setPassword} />}
        <Complaint error={beginning.error} />
        <Button kind={urgent ? 'primary' : 'plain'} type="submit" busy={beginning.isPending}>
          {t(again ? 'account.factor.again' : 'account.factor.begin')}
        </Button>
      </form>
    );
  return (
    <form onSubmit={confirm}>
      <p>{t('account.factor.scan')}</p>
      <QrCode text={beginning.data.address} />
      <p className="quiet">
        {t('account.factor.secret')} <code className="totp-secret">{beginning.data.secret}</code>
      </p>
      <Field id="totp-code" label={t('account.factor.code')} required>
        {(control) => (
          <input
            {...control}
            className="field"
            inputMode="numeric"
            autoComplete="one-time-code"
            minLength={6}
            maxLength={7}
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        )}
      </Field>
      <Complaint error={confirming.error} />
      <Button kind="primary" type="submit" busy={confirming.isPending}>
        {t('account.factor.confirm')}
      </Button>
    </form>
  );
}

/** New recovery codes, or going without: both take the password once more. */
function OnceMore({
  own,
  onDone,
}: {
  readonly own: OwnAccount;
  readonly onDone: (codes: readonly string[] | undefined) => Promise<void>;
}) {
  const { t } = useTexts();
  const [password, setPassword] = useState('');
  const settled = async (codes: readonly string[] | undefined) => {
    setPassword('');
    await onDone(codes);
  };
  const renewing = useMutation({
    mutationFn: renewRecoveryCodes,
    onSuccess: ({ codes }) => settled(codes),
  });
  const removing = useMutation({ mutationFn: removeTotp, onSuccess: () => settled(undefined) });
  const renew = (event: FormEvent) => {
    event.preventDefault();
    renewing.mutate(password);
  };
  return (
    <form onSubmit={renew}>
      <PasswordOnce id="once-more-password" value={password} onChange={setPassword} />
      <Complaint error={renewing.error ?? removing.error} />
      <div className="account-actions">
        <Button type="submit" busy={renewing.isPending}>
          {t('account.factor.renew')}
        </Button>
        {own.totpSince !== null && (!own.needsSecondFactor || own.passkeys.length > 0) && (
          <Button kind="danger" busy={removing.isPending} onClick={() => removing.mutate(password)}>
            {t('account.factor.remove')}
          </Button>
        )}
      </div>
    </form>
  );
}
