import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Complaint } from '../account/Complaint.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { PasswordInput } from '../ui/PasswordInput.tsx';
import { type AgencySignIn, keepProvider, type Wish } from './queries.ts';

/** The settings as they are typed. */
const blank = {
  ...{ zh: '', en: '', shortName: '', issuer: 'https://', clientId: 'chama', clientSecret: '' },
  ...{ scopes: 'openid', office: 'office', officer: 'employee_number', name: 'name', agency: '' },
  ...{ right: '', mapping: '*=customs', acr: '', amr: 'otp hwk' },
};
type Typed = typeof blank;
type FieldName = keyof Typed;

const texts: readonly FieldName[] = [
  ...(['zh', 'en', 'shortName', 'issuer', 'clientId', 'clientSecret', 'scopes', 'office'] as const),
  ...(['officer', 'name', 'agency', 'mapping', 'right', 'acr', 'amr'] as const),
];
/** Those that may be left out. */
const open: readonly FieldName[] = ['agency', 'right', 'acr', 'amr'];
const fixed: readonly FieldName[] = ['shortName', 'issuer'];

const words = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');
/** `a=b, c=d` as pairs. */
const pairs = (text: string): [string, string][] =>
  text.split(',').flatMap((pair) => {
    const [name = '', value = ''] = pair.split('=').map((one) => one.trim());
    return name === '' ? [] : [[name, value] as [string, string]];
  });

function typedOf({ shortName, issuer, clientId, settings }: AgencySignIn): Typed {
  const { claims, name, scopes, agencies, twoFactors } = settings;
  const { right, agency = '', office, officer } = claims;
  return {
    ...{ zh: name.zh, en: name.en, shortName, issuer, clientId, clientSecret: '', office, officer, agency },
    ...{ name: claims.name, scopes: scopes.join(' '), right: right ? `${right.claim}=${right.value}` : '' },
    mapping: Object.entries(agencies)
      .map(([value, one]) => `${value}=${one}`)
      .join(', '),
    ...{ acr: twoFactors.acr.join(' '), amr: twoFactors.amr.join(' ') },
  };
}

/** @param audiences as they stand: they are entered by the interface only */
function wishOf(typed: Typed, userInfo: boolean, audiences: readonly string[]): Wish {
  const { shortName, issuer, clientId, clientSecret, zh, en, office, officer, name, agency } = typed;
  const [right] = pairs(typed.right);
  return {
    ...{ shortName, issuer: issuer.trim(), clientId, clientSecret },
    settings: {
      ...{ name: { zh, en }, scopes: words(typed.scopes), userInfo, audiences: [...audiences] },
      claims: {
        ...{ office, officer, name },
        ...(agency ? { agency } : {}),
        ...(right ? { right: { claim: right[0], value: right[1] } } : {}),
      },
      agencies: Object.fromEntries(pairs(typed.mapping)) as Wish['settings']['agencies'],
      twoFactors: { acr: words(typed.acr), amr: words(typed.amr) },
    },
  };
}

/** Enters an agency's sign-in, or changes one; either has to be confirmed by another administrator. */
export function ProviderDialog({
  provider,
  onClose,
}: {
  readonly provider?: AgencySignIn;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const [typed, setTyped] = useState<Typed>(provider ? typedOf(provider) : blank);
  const [userInfo, setUserInfo] = useState(provider?.settings.userInfo ?? false);
  const queryClient = useQueryClient();
  const keeping = useMutation({
    mutationFn: keepProvider,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['agencies'] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const audiences = provider?.settings.audiences ?? [];
    keeping.mutate({ providerId: provider?.providerId, wish: wishOf(typed, userInfo, audiences) });
  };
  const shown = texts.filter((name) => !provider || !fixed.includes(name));
  return (
    <Dialog title={t(provider ? 'agencies.change' : 'agencies.add')} onClose={onClose}>
      <form className="agencies-form" onSubmit={submit}>
        <p className="quiet">{t('agencies.confirmHint')}</p>
        {shown.map((name) => (
          <TextField
            key={name}
            name={name}
            value={typed[name]}
            required={!open.includes(name) && !(provider && name === 'clientSecret')}
            onChange={(value) => setTyped({ ...typed, [name]: value })}
          />
        ))}
        <label>
          <input type="checkbox" checked={userInfo} onChange={({ target }) => setUserInfo(target.checked)} />{' '}
          {t('agencies.userInfo')}
        </label>
        <Complaint error={keeping.error} />
        <Button kind="primary" type="submit" busy={keeping.isPending}>
          {t('agencies.save')}
        </Button>
      </form>
    </Dialog>
  );
}

interface TextFieldProps {
  readonly name: FieldName;
  readonly value: string;
  readonly required: boolean;
  readonly onChange: (value: string) => void;
}

function TextField({ name, value, required, onChange }: TextFieldProps) {
  const { t } = useTexts();
  const Control = name === 'clientSecret' ? PasswordInput : 'input';
  return (
    <Field id={`agency-${name}`} label={t(`agencies.fields.${name}`)} required={required}>
      {(control) => (
        <Control
          {...control}
          className="field"
          autoComplete="off"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
