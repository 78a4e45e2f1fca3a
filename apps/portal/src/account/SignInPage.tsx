import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ProblemError } from '../api/client.ts';
import { reconnectLive } from '../api/live.ts';
import { sessionQuery, signIn } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { PasswordInput } from '../ui/PasswordInput.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import './sign-in.css';

export function SignInPage() {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  return (
    <section className="panel sign-in" aria-labelledby="sign-in">
      <h1 id="sign-in">{t('account.signIn.title')}</h1>
      <p className="quiet">{t('account.signIn.intro')}</p>
      {session?.signedIn && (
        <p role="status">{t('account.signIn.signedIn', { name: session.enterprise?.name ?? '' })}</p>
      )}
      <SignInForm />
      {session?.mode === 'demo' && (
        <p className="quiet">
          {t('account.signIn.demo')} <Link to="/">{t('account.signIn.toLists')}</Link>
        </p>
      )}
    </section>
  );
}

function SignInForm() {
  const { t } = useTexts();
  const [key, setKey] = useState('');
  const [missing, setMissing] = useState(false);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const entering = useMutation({
    mutationFn: signIn,
    onSuccess: async (session) => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery().queryKey, session);
      reconnectLive();
      await navigate({ to: '/' });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(key.trim() === '');
    if (key.trim() !== '') entering.mutate(key.trim());
  };
  const rejected = entering.error instanceof ProblemError && entering.error.status === 401;
  const complaint = missing
    ? t('account.signIn.needKey')
    : rejected
      ? t('account.signIn.rejected')
      : undefined;
  return (
    <form onSubmit={submit} noValidate>
      <label htmlFor="key">{t('account.signIn.key')}</label>
      <PasswordInput
        id="key"
        value={key}
        autoComplete="current-password"
        aria-invalid={complaint !== undefined}
        aria-describedby="key-hint"
        onChange={(event) => setKey(event.target.value)}
      />
      <p id="key-hint" className={complaint ? 'complaint' : 'quiet'} role={complaint ? 'alert' : undefined}>
        {complaint ?? t('account.signIn.keyHint')}
      </p>
      {entering.error && !rejected && (
        <Trouble error={entering.error} onRetry={() => entering.mutate(key.trim())} />
      )}
      <Button kind="primary" type="submit" busy={entering.isPending}>
        {t('account.signIn.submit')}
      </Button>
    </form>
  );
}
