import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Complaint } from '../account/Complaint.tsx';
import { sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { type AccountWish, makeAccount } from './queries.ts';
import { Secret } from './Secret.tsx';

const roles = [
  ...(['enterprise', 'officer', 'operator'] as const),
  ...(['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const),
];
const agencies = ['customs', 'tax', 'market', 'commerce', 'public-security', 'post', 'forex'] as const;
const rights = ['reader', 'clerk', 'administrator'] as const;

/** Asks for an account: an enterprise for its staff, the system administrator for whoever works for the zone. */
export function MakeDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const own = session?.role === 'enterprise';
  const [wish, setWish] = useState<AccountWish>({
    login: '',
    displayName: '',
    role: 'enterprise',
    member: 'clerk',
  });
  const queryClient = useQueryClient();
  const making = useMutation({
    mutationFn: makeAccount,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const change = (part: Partial<AccountWish>) => setWish({ ...wish, ...part });
  const chooseRole = (role: AccountWish['role']) => {
    const { login, displayName } = wish;
    const of =
      role === 'enterprise'
        ? { member: 'clerk' as const }
        : role === 'officer'
          ? { agency: 'customs' as const }
          : {};
    setWish({ login, displayName, role, ...of });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    making.mutate(wish);
  };
  const text = (name: 'login' | 'displayName' | 'customsCode' | 'office' | 'staffNumber') => (
    <Field key={name} id={`wish-${name}`} label={t(`accounts.wish.${name}`)} required>
      {(control) => (
        <input
          {...control}
          className="field"
          autoComplete="off"
          value={wish[name] ?? ''}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <Dialog title={t('accounts.make')} onClose={onClose}>
      {making.data ? (
        <Secret password={making.data.password} whole={making.data.whole} half="first" />
      ) : (
        <form className="accounts-form" onSubmit={submit}>
          {text('login')}
          {text('displayName')}
          {!own && (
            <Choose
              id="role"
              label={t('accounts.column.role')}
              value={wish.role}
              options={roles}
              name="roles"
              onChange={(role) => chooseRole(role)}
            />
          )}
          {wish.role === 'enterprise' && !own && text('customsCode')}
          {wish.role === 'enterprise' && (
            <Choose
              id="member"
              label={t('accounts.right')}
              value={wish.member ?? 'clerk'}
              options={rights}
              name="rights"
              onChange={(member) => change({ member })}
            />
          )}
          {wish.role === 'officer' && (
            <Choose
              id="agency"
              label={t('accounts.wish.agency')}
              value={wish.agency ?? 'customs'}
              options={agencies}
              name="agencies"
              onChange={(agency) => change({ agency })}
            />
          )}
          {wish.role === 'officer' && text('office')}
          {wish.role !== 'enterprise' && text('staffNumber')}
          <Complaint error={making.error} />
          <Button kind="primary" type="submit" busy={making.isPending}>
            {t('accounts.make')}
          </Button>
        </form>
      )}
    </Dialog>
  );
}

interface ChooseProps<Name extends 'roles' | 'rights' | 'agencies', Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Value[];
  /** Where their texts stand. */
  readonly name: Name;
  readonly onChange: (value: Value) => void;
}

function Choose<Name extends 'roles' | 'rights' | 'agencies', Value extends string>(
  props: ChooseProps<Name, Value>,
) {
  const { t } = useTexts();
  const { id, label, value, options, name, onChange } = props;
  return (
    <Field id={`wish-${id}`} label={label} required>
      {(control) => (
        <select
          {...control}
          className="field"
          value={value}
          onChange={({ target }) => onChange(target.value as Value)}
        >
          {options.map((one) => (
            <option key={one} value={one}>
              {t(`accounts.${name}.${one}` as 'accounts.roles.officer')}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
