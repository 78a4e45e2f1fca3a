import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field, type FieldFinding } from '../ui/form/Field.tsx';
import { foundIn } from '../ui/found.ts';
import { PasswordInput } from '../ui/PasswordInput.tsx';
import { useTitle } from '../ui/title.ts';
import { Complaint } from './Complaint.tsx';
import { signUp } from './queries.ts';
import { useEntered } from './useEntered.ts';
import './sign-in.css';

const nothing = { login: '', displayName: '', password: '' };
type Given = typeof nothing;
const names = Object.keys(nothing) as (keyof Given)[];

/** A consumer makes an account, without anybody's help; who they are a paper says afterwards, on their own page. */
export function SignUpPage() {
  const { t } = useTexts();
  const [given, setGiven] = useState(nothing);
  const signing = useMutation({ mutationFn: signUp, onSuccess: useEntered() });
  const found = foundIn(signing.error);
  const atFields = found.length > 0 && found.every(({ path }) => names.some((name) => name === path));
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
        <Asked
          given={given}
          of={(name) => found.filter(({ path }) => path === name)}
          change={(part) => setGiven({ ...given, ...part })}
        />
        {!atFields && <Complaint error={signing.error} />}
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

interface AskedProps {
  readonly given: Given;
  readonly of: (name: keyof Given) => readonly FieldFinding[];
  readonly change: (part: Partial<Given>) => void;
}

/** What is asked of them, each with what is wrong with it. */
function Asked({ given, of, change }: AskedProps) {
  const { t } = useTexts();
  return (
    <>
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
      <Field id="name" label={t('account.signUp.name')} findings={of('displayName')} required>
        {(control) => (
          <input
            {...control}
            className="field"
            autoComplete="nickname"
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
    </>
  );
}
