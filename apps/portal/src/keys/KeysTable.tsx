import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Moment } from '../ui/Moment.tsx';
import { Said } from '../ui/Said.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { CredentialHead, LastUsed } from './CredentialParts.tsx';
import { CredentialState } from './CredentialState.tsx';
import { type ApiKey, type KeysPageData, revokeKey } from './queries.ts';
import { RotateDialog } from './RotateDialog.tsx';

interface KeysTableProps {
  readonly page: KeysPageData;
  readonly makes: boolean;
  readonly revokes: boolean;
}

const works = ({ state }: ApiKey) => state === 'active' || state === 'ending';

/** The keys of an enterprise: which, for what, until when, last used when. */
export function KeysTable({ page, makes, revokes }: KeysTableProps) {
  const { t } = useTexts();
  const [all, setAll] = useState(false);
  const [rotated, setRotated] = useState<ApiKey>();
  const [revoked, setRevoked] = useState<ApiKey>();
  const over = page.keys.filter((key) => !works(key)).length;
  const shown = all ? page.keys : page.keys.filter(works);
  return (
    <section className="panel" aria-labelledby="keys-heading">
      <div className="panel-head">
        <h2 id="keys-heading">{t('keys.keys')}</h2>
        {over > 0 && (
          <label>
            <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />
            {t('keys.alsoOver', { count: over })}
          </label>
        )}
      </div>
      {shown.length === 0 ? (
        <Empty title={t('keys.none')} hint={t('keys.noneHint')} />
      ) : (
        <div className="table-scroll">
          <table className="table keys-table">
            <caption className="sr-only">{t('keys.keys')}</caption>
            <CredentialHead purpose={t('keys.scopes')} />
            <tbody>
              {shown.map((key) => (
                <KeyRow
                  key={key.keyId}
                  apiKey={key}
                  page={page}
                  {...(makes && key.state === 'active' && !key.operator
                    ? { onRotate: () => setRotated(key) }
                    : {})}
                  {...(revokes && works(key) ? { onRevoke: () => setRevoked(key) } : {})}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rotated && <RotateDialog apiKey={rotated} page={page} onClose={() => setRotated(undefined)} />}
      {revoked && <RevokeDialog apiKey={revoked} onClose={() => setRevoked(undefined)} />}
    </section>
  );
}

interface KeyRowProps {
  readonly apiKey: ApiKey;
  readonly page: KeysPageData;
  /** Left out where it cannot be done, or not by this reader. */
  readonly onRotate?: () => void;
  readonly onRevoke?: () => void;
}

function KeyRow({ apiKey, page, onRotate, onRevoke }: KeyRowProps) {
  const { t } = useTexts();
  const { label, prefix, state, owner, lastUsedAt, expiresAt } = apiKey;
  return (
    <tr>
      <th scope="row">
        <span>{label || t('keys.unnamed')}</span>
        <small className="code">{prefix}…</small>
        <small>
          {owner ? t('keys.owner', { name: `${owner.name} (${owner.login})` }) : t('keys.ownerless')}
        </small>
      </th>
      <td>
        <Scopes page={page} apiKey={apiKey} />
      </td>
      <td>
        <CredentialState state={state} />
      </td>
      <td>
        <LastUsed at={lastUsedAt} />
      </td>
      <td>{expiresAt ? <Moment at={expiresAt} /> : t('keys.noEnd')}</td>
      <td className="keys-actions">
        {onRotate && (
          <Button small onClick={onRotate}>
            {t('keys.rotate')}
          </Button>
        )}
        {onRevoke && (
          <Button small kind="danger" onClick={onRevoke}>
            {t('keys.revoke')}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** What a key may, in words. */
function Scopes({ page, apiKey }: { readonly page: KeysPageData; readonly apiKey: ApiKey }) {
  const { t } = useTexts();
  const { scopes, operator } = apiKey;
  if (operator) return <>{t('keys.operator')}</>;
  if (!scopes) return <>{t('keys.clerk')}</>;
  return (
    <ul className="keys-scopes">
      {page.scopes
        .filter(({ scope }) => scopes.includes(scope))
        .map(({ scope, text }) => (
          <li key={scope}>
            <Said text={text} />
          </li>
        ))}
    </ul>
  );
}

function RevokeDialog({ apiKey, onClose }: { readonly apiKey: ApiKey; readonly onClose: () => void }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const revoking = useMutation({
    mutationFn: () => revokeKey(apiKey.keyId),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['keys'] });
      onClose();
    },
  });
  return (
    <Confirm
      danger
      title={t('keys.revokeTitle', { label: apiKey.label || apiKey.prefix })}
      deed={t('keys.revoke')}
      onConfirm={() => revoking.mutateAsync().catch(() => undefined)}
      onClose={onClose}
    >
      <p>{t('keys.revokeHint')}</p>
      {revoking.error && <Trouble error={revoking.error} onRetry={() => revoking.reset()} />}
    </Confirm>
  );
}
