import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { components } from '../api/schema.gen.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Ago } from '../ui/Moment.tsx';
import { PasswordInput } from '../ui/PasswordInput.tsx';
import { toast } from '../ui/toast.tsx';
import { Complaint } from './Complaint.tsx';
import { changePassword } from './queries.ts';

export type OwnAccount = components['schemas']['OwnAccount'];

const nothing = { current: '', next: '' };

export function PasswordSection({ own }: { readonly own: OwnAccount }) {
  const { t } = useTexts();
  const [given, setGiven] = useState(nothing);
  const queryClient = useQueryClient();
  const changing = useMutation({
    mutationFn: changePassword,
    onSuccess: async () => {
      setGiven(nothing);
      toast(t('account.password.changed'));
      await queryClient.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    changing.mutate(given);
  };
  return (
    <section className="panel" aria-labelledby="password-title">
      <h2 id="password-title">{t('account.password.title')}</h2>
      {own.passwordIsOneTime ? (
        <p>{t('account.password.oneTime')}</p>
      ) : (
        own.passwordChangedAt && (
          <p className="quiet">
            {t('account.password.since')} <Ago at={own.passwordChangedAt} />
          </p>
        )
      )}
      <form onSubmit={submit}>
        {(['current', 'next'] as const).map((name) => (
          <Field
            key={name}
            id={`password-${name}`}
            label={t(`account.password.${name}`)}
            {...(name === 'next' ? { hint: t('account.password.hint') } : {})}
            required
          >
            {(control) => (
              <PasswordInput
                {...control}
                autoComplete={name === 'next' ? 'new-password' : 'current-password'}
                value={given[name]}
                onChange={({ target }) => setGiven({ ...given, [name]: target.value })}
              />
            )}
          </Field>
        ))}
        <Complaint error={changing.error} />
        <Button kind={own.passwordIsOneTime ? 'primary' : 'plain'} type="submit" busy={changing.isPending}>
          {t('account.password.change')}
        </Button>
      </form>
    </section>
  );
}
