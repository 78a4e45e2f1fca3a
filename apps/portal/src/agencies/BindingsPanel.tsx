import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Complaint } from '../account/Complaint.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Ago } from '../ui/Moment.tsx';
import {
  type AgencySignIn,
  type Binding,
  bindAccount,
  bindingsQuery,
  confirmBinding,
  LoginUnknown,
  unbind,
} from './queries.ts';

interface BindingsPanelProps {
  readonly providers: readonly AgencySignIn[];
  readonly setsUp: boolean;
  readonly confirms: boolean;
}

/** Which account is whose at an agency; those that wait stand first. */
export function BindingsPanel({ providers, setsUp, confirms }: BindingsPanelProps) {
  const { t } = useTexts();
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(bindingsQuery());
  const [undone, setUndone] = useState<Binding>();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['agencies'] });
  const confirming = useMutation({ mutationFn: confirmBinding, onSuccess: refresh });
  const undoing = useMutation({
    mutationFn: unbind,
    onSuccess: async () => {
      await refresh();
      setUndone(undefined);
    },
  });
  const rows = data?.pages.flatMap(({ identities }) => identities) ?? [];
  return (
    <section className="panel" aria-labelledby="bindings">
      <h2 id="bindings">{t('agencies.bindings')}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{t('agencies.noBindings')}</p>
      ) : (
        <BindingsTable
          rows={rows}
          providers={providers}
          {...(confirms ? { onConfirm: (one: Binding) => confirming.mutate(one.identityId) } : {})}
          {...(setsUp ? { onUndo: setUndone } : {})}
        />
      )}
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('agencies.more')}
        </Button>
      )}
      <Complaint error={confirming.error} />
      {setsUp && <BindForm providers={providers} onDone={refresh} />}
      {undone && (
        <Confirm
          danger
          title={t('agencies.unbind')}
          deed={t('agencies.unbind')}
          onConfirm={() => undoing.mutateAsync(undone.identityId).catch(() => undefined)}
          onClose={() => setUndone(undefined)}
        >
          <p>{t('agencies.unbindHint', { login: undone.login })}</p>
          <Complaint error={undoing.error} />
        </Confirm>
      )}
    </section>
  );
}

interface BindingsTableProps {
  readonly rows: readonly Binding[];
  readonly providers: readonly AgencySignIn[];
  /** Left out where this reader may not. */
  readonly onConfirm?: (binding: Binding) => void;
  readonly onUndo?: (binding: Binding) => void;
}

function BindingsTable({ rows, providers, onConfirm, onUndo }: BindingsTableProps) {
  const { t } = useTexts();
  const shortNameOf = (id: string) => providers.find((one) => one.providerId === id)?.shortName;
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="sr-only">{t('agencies.bindings')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('agencies.login')}</th>
            <th scope="col">{t('agencies.subject')}</th>
            <th scope="col">{t('agencies.state')}</th>
            <th scope="col">{t('agencies.lastUsed')}</th>
            <th scope="col">
              <span className="sr-only">{t('agencies.deeds')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.identityId}>
              <th scope="row">
                {row.login} <small lang="zh-CN">{row.displayName}</small>
              </th>
              <td className="code">
                {row.subject} · {shortNameOf(row.providerId)}
              </td>
              <td>{t(`agencies.states.${row.state}`)}</td>
              <td>{row.lastUsedAt ? <Ago at={row.lastUsedAt} /> : '–'}</td>
              <td>
                {onConfirm && row.state === 'proposed' && row.accountState === 'active' && (
                  <Button small onClick={() => onConfirm(row)}>
                    {t('agencies.confirm')}
                  </Button>
                )}
                {onUndo && (
                  <Button small kind="danger" onClick={() => onUndo(row)}>
                    {t('agencies.unbind')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface BindFormProps {
  readonly providers: readonly AgencySignIn[];
  readonly onDone: () => Promise<void>;
}

function BindForm({ providers, onDone }: BindFormProps) {
  const { t } = useTexts();
  const [login, setLogin] = useState('');
  const [subject, setSubject] = useState('');
  const [providerId, setProviderId] = useState(providers[0]?.providerId ?? '');
  const binding = useMutation({
    mutationFn: bindAccount,
    onSuccess: async () => {
      setLogin('');
      setSubject('');
      await onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    binding.mutate({ providerId, login: login.trim().toLowerCase(), subject: subject.trim() });
  };
  const text = (id: string, label: string, value: string, onChange: (value: string) => void) => (
    <Field id={id} label={label} required>
      {(control) => (
        <input
          {...control}
          className="field"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
  return (
    <form className="agencies-bind" onSubmit={submit}>
      {text('bind-login', t('agencies.login'), login, setLogin)}
      {text('bind-subject', t('agencies.subject'), subject, setSubject)}
      <Field id="bind-provider" label={t('agencies.provider')} required>
        {(control) => (
          <select
            {...control}
            className="field"
            value={providerId}
            onChange={({ target }) => setProviderId(target.value)}
          >
            {providers.map((one) => (
              <option key={one.providerId} value={one.providerId}>
                {one.shortName}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button type="submit" busy={binding.isPending}>
        {t('agencies.bind')}
      </Button>
      {binding.error instanceof LoginUnknown ? (
        <p className="complaint" role="alert">
          {t('agencies.loginUnknown')}
        </p>
      ) : (
        <Complaint error={binding.error} />
      )}
    </form>
  );
}
