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

/** A wish of another role: what that role does not take is left out. */
function wishOf({ login, displayName }: AccountWish, role: AccountWish['role']): AccountWish {
  if (role === 'enterprise') return { login, displayName, role, member: 'clerk' };
  if (role === 'officer') return { login, displayName, role, agency: 'customs' };
  return { login, displayName, role };
}

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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    making.mutate(wish);
  };
  const text = (name: TextName) => <TextField name={name} wish={wish} onChange={change} />;
  return (
    <Dialog title={t('accounts.make')} onClose={onClose}>
      {making.data?.password ? (
        <Secret password={making.data.password} whole={making.data.whole} half="first" />
      ) : (
        <form className="accounts-form" onSubmit={submit}>
          {text('login')}
          {text('displayName')}
          <RoleFields wish={wish} own={own} setWish={setWish} />
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

type TextName = 'login' | 'displayName' | 'customsCode' | 'office' | 'staffNumber';

interface TextFieldProps {
  readonly name: TextName;
  readonly wish: AccountWish;
  readonly onChange: (part: Partial<AccountWish>) => void;
}

function TextField({ name, wish, onChange }: TextFieldProps) {
  const { t } = useTexts();
  return (
    <Field id={`wish-${name}`} label={t(`accounts.wish.${name}`)} required>
      {(control) => (
        <input
          {...control}
          className="field"
          autoComplete="off"
          value={wish[name] ?? ''}
          onChange={({ target }) => onChange({ [name]: target.value })}
        />
      )}
    </Field>
  );
}

interface RoleFieldsProps {
  readonly wish: AccountWish;
  /** An enterprise makes its own staff and no other. */
  readonly own: boolean;
  readonly setWish: (wish: AccountWish) => void;
}

/** What each role takes besides. */
function RoleFields({ wish, own, setWish }: RoleFieldsProps) {
  const { t } = useTexts();
  const change = (part: Partial<AccountWish>) => setWish({ ...wish, ...part });
  const text = (name: TextName) => <TextField name={name} wish={wish} onChange={change} />;
  return (
    <>
      {!own && (
        <Choose
          id="role"
          label={t('accounts.column.role')}
          value={wish.role}
          options={roles}
          name="roles"
          onChange={(role) => setWish(wishOf(wish, role))}
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
    </>
  );
}
