import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { CertificatesPanel } from './CertificatesPanel.tsx';
import { KeysTable } from './KeysTable.tsx';
import { NewKeyButton } from './NewKeyButton.tsx';
import { keysQuery } from './queries.ts';
import './keys.css';

const route = getRouteApi('/keys');

/** What programs of an enterprise come in with: keys, and certificates. */
export function KeysPage() {
  const { t } = useTexts();
  const { enterprise } = route.useSearch();
  const { data: session } = useQuery(sessionQuery());
  const zone = session?.may.some(
    ({ resource, action, scope }) => resource === 'keys' && action === 'read' && scope === 'zone',
  );
  const asked = session !== undefined && (!zone || enterprise !== undefined);
  const { data, error, refetch } = useQuery({ ...keysQuery(zone ? enterprise : undefined), enabled: asked });
  const may = (action: 'make' | 'revoke') =>
    session !== undefined && sessionAllows(session, { resource: 'keys', action });
  return (
    <>
      <PageHead title={t('keys.title')} intro={t('keys.intro')}>
        {data && may('make') && <NewKeyButton page={data} />}
      </PageHead>
      {zone && <WhichEnterprise key={enterprise} enterprise={enterprise} />}
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {asked && !data && !error && <Skeleton label={t('app.loading')} bars={[40, 100, 100, 100]} />}
      {data && (
        <>
          <KeysTable page={data} makes={may('make')} revokes={may('revoke')} />
          <CertificatesPanel
            enterprise={zone ? enterprise : undefined}
            scopes={data.scopes}
            makes={may('make')}
            revokes={may('revoke')}
          />
        </>
      )}
    </>
  );
}

/** Those who see the whole zone look at one enterprise at a time. */
function WhichEnterprise({ enterprise = '' }: { readonly enterprise?: string | undefined }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [code, setCode] = useState(enterprise);
  const show = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: '/keys', search: { enterprise: code.trim() } });
  };
  return (
    <form className="keys-which" onSubmit={show}>
      <Field id="keys-enterprise" label={t('keys.enterprise')} required>
        {(control) => (
          <input
            {...control}
            className="field code"
            value={code}
            maxLength={20}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit">{t('keys.show')}</Button>
    </form>
  );
}
