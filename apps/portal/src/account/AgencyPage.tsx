import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ProblemError } from '../api/client.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { useTitle } from '../ui/title.ts';
import { AgencyComplaint } from './AgencyComplaint.tsx';
import { finishAgencySignIn, showFactorAfterAgency } from './queries.ts';
import { useEntered } from './useEntered.ts';
import './sign-in.css';

/** What the agency has sent back, as it stands in the address. */
function brought() {
  const search = new URLSearchParams(window.location.search);
  const told = (['code', 'iss', 'error'] as const).flatMap((name) => {
    const value = search.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { state: search.get('state') ?? '', ...Object.fromEntries(told) };
}

/** Where an agency sends the browser back to: what it brings is handed in once, and leaves the address. */
export function AgencyPage() {
  const { t } = useTexts();
  const entered = useEntered();
  const [kept] = useState(brought);
  const finishing = useMutation({ mutationFn: finishAgencySignIn, onSuccess: entered });
  const begun = useRef(false);
  const { mutate } = finishing;
  useTitle(t('account.signIn.title'));
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    // A code that has been handed in is of no use to anybody, and has no place in the history.
    window.history.replaceState(window.history.state, '', '/sign-in/agency');
    mutate(kept);
  }, [kept, mutate]);
  const { error } = finishing;
  const code = error instanceof ProblemError ? error.problem?.code : undefined;
  return (
    <section className="panel sign-in" aria-labelledby="sign-in">
      <h1 id="sign-in">{t('account.signIn.title')}</h1>
      {!error && <p role="status">{t('account.agency.coming')}</p>}
      {code === 'SECOND-FACTOR-NEEDED' ? (
        <FactorForm state={kept.state} />
      ) : (
        <AgencyComplaint error={error} />
      )}
      {error && (
        <p>
          <Link to="/sign-in">{t('account.agency.again')}</Link>
        </p>
      )}
    </section>
  );
}

function FactorForm({ state }: { readonly state: string }) {
  const { t } = useTexts();
  const [code, setCode] = useState('');
  const showing = useMutation({ mutationFn: showFactorAfterAgency, onSuccess: useEntered() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    showing.mutate({ state, code });
  };
  return (
    <form onSubmit={submit}>
      <p role="status">{t('account.agency.factor')}</p>
      <Field id="code" label={t('account.signIn.code')} hint={t('account.signIn.codeHint')} required>
        {(control) => (
          <input
            {...control}
            className="field"
            // biome-ignore lint/a11y/noAutofocus: it comes as the answer to what was just sent
            autoFocus
            autoComplete="one-time-code"
            minLength={6}
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        )}
      </Field>
      <AgencyComplaint error={showing.error} />
      <Button kind="primary" type="submit" busy={showing.isPending}>
        {t('account.signIn.submit')}
      </Button>
    </form>
  );
}
