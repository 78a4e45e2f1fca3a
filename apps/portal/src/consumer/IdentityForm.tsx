import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { confirmIdentity, type IdentityClaim } from './queries.ts';

const nothing: IdentityClaim = { idType: '1', idNumber: '', name: '', phone: '' };

/** Who somebody is, as they gave it with an order. */
export function IdentityForm() {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const [claim, setClaim] = useState(nothing);
  const confirming = useMutation({
    mutationFn: confirmIdentity,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['me'] }),
  });
  const confirm = (event: FormEvent): void => {
    event.preventDefault();
    confirming.mutate(claim);
  };
  return (
    <form className="panel consumer-form" onSubmit={confirm} aria-labelledby="me-confirm">
      <h2 id="me-confirm">{t('consumer.me.confirmTitle')}</h2>
      <p className="quiet">{t('consumer.me.confirmIntro')}</p>
      <Field id="me-idType" label={t('consumer.me.idType')} required>
        {(control) => (
          <select
            {...control}
            className="field"
            value={claim.idType}
            onChange={(event) => setClaim({ ...claim, idType: event.target.value === '2' ? '2' : '1' })}
          >
            <option value="1">{t('consumer.me.card')}</option>
            <option value="2">{t('consumer.me.other')}</option>
          </select>
        )}
      </Field>
      {(['idNumber', 'name', 'phone'] as const).map((name) => (
        <Field key={name} id={`me-${name}`} label={t(`consumer.me.${name}`)} required>
          {(control) => (
            <input
              {...control}
              className="field"
              maxLength={name === 'phone' ? 30 : 60}
              autoComplete={name === 'phone' ? 'tel' : name === 'name' ? 'name' : 'off'}
              inputMode={name === 'phone' ? 'tel' : 'text'}
              value={claim[name]}
              onChange={(event) => setClaim({ ...claim, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Button kind="primary" type="submit" busy={confirming.isPending}>
        {t('consumer.me.confirm')}
      </Button>
      {confirming.error && <Trouble error={confirming.error} onRetry={() => confirming.reset()} />}
    </form>
  );
}
