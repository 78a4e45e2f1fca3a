import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { foundIn } from '../ui/found.ts';
import { PasswordInput } from '../ui/PasswordInput.tsx';
import { useTitle } from '../ui/title.ts';
import { Complaint } from './Complaint.tsx';
import { signUp } from './queries.ts';
import { useEntered } from './useEntered.ts';
import './sign-in.css';

/** A consumer makes an account, without anybody's help; who they are a paper says afterwards, on their own page. */
export function SignUpPage() {
  const { t } = useTexts();
  const [given, setGiven] = useState({ login: '', displayName: '', password: '' });
  const signing = useMutation({ mutationFn: signUp, onSuccess: useEntered() });
  const found = foundIn(signing.error);
  const of = (name: keyof typeof given) => found.filter(({ path }) => path === name);
  const change = (part: Partial<typeof given>) => setGiven({ ...given, ...part });
  useTitle(t('account.signUp.title'));
  return (
    <section className="panel sign-in" aria-labelledby="sign-up">
      <h1 id="sign-up">{t('account.signUp.title')}</h1>
      <p className="quiet">{t('account.signUp.intro')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          signing.mutate(given);
        }}
      >
        <Field
          id="login"
          label={t('account.signIn.login')}
          hint={t('account.signUp.loginHint')}
          findings={of('login')}
          required
        >
          {(control) => (
            <input
              {...control}
              className="field"
              autoComplete="username"
              autoCapitalize="none"
              maxLength={64}
              value={given.login}
              onChange={({ target }) => change({ login: target.value })}
            />
          )}
        </Field>
        <Field id="name" label={t('account.signUp.name')} required>
          {(control) => (
            <input
              {...control}
              className="field"
              autoComplete="name"
              maxLength={100}
              value={given.displayName}
              onChange={({ target }) => change({ displayName: target.value })}
            />
          )}
        </Field>
        <Field
          id="password"
          label={t('account.signIn.password')}
          hint={t('account.signUp.passwordHint')}
          findings={of('password')}
          required
        >
          {(control) => (
            <PasswordInput
              {...control}
              autoComplete="new-password"
              value={given.password}
              onChange={({ target }) => change({ password: target.value })}
            />
          )}
        </Field>
        {found.length === 0 && <Complaint error={signing.error} />}
        <Button kind="primary" type="submit" busy={signing.isPending}>
          {t('account.signUp.submit')}
        </Button>
      </form>
      <p className="quiet">
        <Link to="/sign-in">{t('account.signUp.known')}</Link>
      </p>
    </section>
  );
}
