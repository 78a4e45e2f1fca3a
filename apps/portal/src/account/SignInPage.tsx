import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ProblemError } from '../api/client.ts';
import { sessionQuery, signIn } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { PasswordInput } from '../ui/PasswordInput.tsx';
import { useTitle } from '../ui/title.ts';
import { Agencies } from './Agencies.tsx';
import { Complaint } from './Complaint.tsx';
import { passkeysPossible } from './passkey.ts';
import { type Given, signInByPasskey, signInByPassword } from './queries.ts';
import { useEntered } from './useEntered.ts';
import './sign-in.css';

export function SignInPage() {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const ended = useRouterState({ select: ({ location }) => location.state.ended });
  useTitle(t('account.signIn.title'));
  return (
    <section className="panel sign-in" aria-labelledby="sign-in">
      <h1 id="sign-in">{t('account.signIn.title')}</h1>
      {ended && session?.signedIn === false && <p role="status">{t('account.signIn.ended')}</p>}
      {session?.signedIn && (
        <p role="status">
          {t('account.signIn.signedIn', { name: session.name ?? session.enterprise?.name ?? '' })}
        </p>
      )}
      <Agencies />
      <PersonForm />
      <details>
        <summary>{t('account.signIn.keyTitle')}</summary>
        <KeyForm />
      </details>
      <p className="quiet">
        <Link to="/sign-up">{t('account.signIn.signUp')}</Link>
      </p>
      <p className="quiet">
        <Link to="/apply">{t('account.signIn.apply')}</Link>
      </p>
      {session?.mode === 'demo' && (
        <p className="quiet">
          {t('account.signIn.demo')} <Link to="/">{t('account.signIn.toLists')}</Link>
        </p>
      )}
    </section>
  );
}

/** First login and password; the code is asked for once those were right and only where there is one. */
function PersonForm() {
  const { t } = useTexts();
  const [given, setGiven] = useState<Given>({ login: '', password: '' });
  const entered = useEntered();
  const entering = useMutation({ mutationFn: signInByPassword, onSuccess: entered });
  const byPasskey = useMutation({ mutationFn: signInByPasskey, onSuccess: entered });
  const code = entering.error instanceof ProblemError ? entering.error.problem?.code : undefined;
  const asksForCode = given.code !== undefined || code === 'SECOND-FACTOR-NEEDED';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    byPasskey.reset();
    entering.mutate(given);
  };
  const change = (part: Partial<Given>) => setGiven({ ...given, ...part });
  return (
    <form onSubmit={submit}>
      <Field id="login" label={t('account.signIn.login')} required>
        {(control) => (
          <input
            {...control}
            className="field"
            autoComplete="username"
            autoCapitalize="none"
            value={given.login}
            onChange={({ target }) => change({ login: target.value })}
          />
        )}
      </Field>
      <Field id="password" label={t('account.signIn.password')} required>
        {(control) => (
          <PasswordInput
            {...control}
            autoComplete="current-password"
            value={given.password}
            onChange={({ target }) => change({ password: target.value })}
          />
        )}
      </Field>
      {asksForCode && (
        <Field id="code" label={t('account.signIn.code')} hint={t('account.signIn.codeHint')} required>
          {(control) => (
            <input
              {...control}
              className="field"
              // biome-ignore lint/a11y/noAutofocus: it comes as the answer to what was just sent
              autoFocus
              autoComplete="one-time-code"
              minLength={6}
              value={given.code ?? ''}
              onChange={({ target }) => change({ code: target.value })}
            />
          )}
        </Field>
      )}
      <Complaint error={byPasskey.error ?? (code === 'SECOND-FACTOR-NEEDED' ? undefined : entering.error)} />
      <Button kind="primary" type="submit" busy={entering.isPending}>
        {t('account.signIn.submit')}
      </Button>
      {passkeysPossible() && (
        <Button busy={byPasskey.isPending} onClick={() => byPasskey.mutate(asksForCode ? given : undefined)}>
          {t('account.signIn.passkey')}
        </Button>
      )}
    </form>
  );
}

/** For who integrates a program: what its key may see. */
function KeyForm() {
  const { t } = useTexts();
  const [key, setKey] = useState('');
  const entering = useMutation({ mutationFn: signIn, onSuccess: useEntered() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    entering.mutate(key.trim());
  };
  return (
    <form onSubmit={submit}>
      <Field id="key" label={t('account.signIn.key')} hint={t('account.signIn.keyHint')} required>
        {(control) => (
          <PasswordInput
            {...control}
            autoComplete="off"
            value={key}
            onChange={({ target }) => setKey(target.value)}
          />
        )}
      </Field>
      <Complaint error={entering.error} />
      <Button type="submit" busy={entering.isPending}>
        {t('account.signIn.keySubmit')}
      </Button>
    </form>
  );
}
