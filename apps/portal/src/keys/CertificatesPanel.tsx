import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Moment } from '../ui/Moment.tsx';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { CredentialHead, LastUsed } from './CredentialParts.tsx';
import { CredentialState } from './CredentialState.tsx';
import { NewCertificateDialog } from './NewCertificateDialog.tsx';
import {
  type ClientCertificate,
  certificatesQuery,
  type KeysPageData,
  requireCertificates,
  revokeCertificate,
} from './queries.ts';

interface CertificatesPanelProps {
  readonly enterprise: string | undefined;
  readonly scopes: KeysPageData['scopes'];
  readonly makes: boolean;
  readonly revokes: boolean;
}

/** The certificates programs show in TLS, and whether keys work beside one only. */
export function CertificatesPanel({ enterprise, scopes, makes, revokes }: CertificatesPanelProps) {
  const { t } = useTexts();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(certificatesQuery(enterprise));
  const living = data?.certificates.filter(({ state }) => state !== 'revoked') ?? [];
  return (
    <section className="panel keys-certificates" aria-labelledby="certificates-heading">
      <div className="panel-head">
        <h2 id="certificates-heading">{t('keys.certificates')}</h2>
        {makes && (
          <Button small onClick={() => setAdding(true)}>
            {t('keys.addCertificate')}
          </Button>
        )}
      </div>
      <p className="quiet">{t('keys.certificatesHint')}</p>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[60, 100]} />}
      {data && (
        <>
          {!data.asked && <p className="quiet">{t('keys.notAsked')}</p>}
          <Rule required={data.required} makes={makes} />
          {living.length === 0 ? (
            <p>{t('keys.noCertificates')}</p>
          ) : (
            <CertificatesTable rows={living} scopes={scopes} revokes={revokes} />
          )}
        </>
      )}
      {adding && <NewCertificateDialog scopes={scopes} onClose={() => setAdding(false)} />}
    </section>
  );
}

interface CertificatesTableProps {
  readonly rows: readonly ClientCertificate[];
  readonly scopes: KeysPageData['scopes'];
  readonly revokes: boolean;
}

function CertificatesTable({ rows, scopes, revokes }: CertificatesTableProps) {
  const { t } = useTexts();
  const [revoked, setRevoked] = useState<ClientCertificate>();
  return (
    <div className="table-scroll">
      <table className="table keys-table">
        <caption className="sr-only">{t('keys.certificates')}</caption>
        <CredentialHead purpose={t('keys.alone')} />
        <tbody>
          {rows.map((certificate) => (
            <tr key={certificate.certificateId}>
              <th scope="row">
                <span>{certificate.label}</span>
                <small>{certificate.subject}</small>
              </th>
              <td>
                <Alone scopes={scopes} certificate={certificate} />
              </td>
              <td>
                <CredentialState state={certificate.state} />
              </td>
              <td>
                <LastUsed at={certificate.lastUsedAt} />
              </td>
              <td>
                <Moment at={certificate.notAfter} />
              </td>
              <td className="keys-actions">
                {revokes && (
                  <Button small kind="danger" onClick={() => setRevoked(certificate)}>
                    {t('keys.revoke')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {revoked && <RevokeDialog certificate={revoked} onClose={() => setRevoked(undefined)} />}
    </div>
  );
}

/** What a certificate opens without a key. */
function Alone({
  scopes,
  certificate,
}: {
  readonly scopes: KeysPageData['scopes'];
  readonly certificate: ClientCertificate;
}) {
  const { t } = useTexts();
  const given = certificate.scopes;
  if (!given) return <span className="quiet">{t('keys.onlyBeside')}</span>;
  return (
    <ul className="keys-scopes">
      {scopes
        .filter(({ scope }) => given.includes(scope))
        .map(({ scope, text }) => (
          <li key={scope}>
            <Said text={text} />
          </li>
        ))}
    </ul>
  );
}

/** Whether a key alone is enough. */
function Rule({ required, makes }: { readonly required: boolean; readonly makes: boolean }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const ruling = useMutation({
    mutationFn: requireCertificates,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['client-certificates'] }),
  });
  return (
    <>
      <label className="keys-rule">
        <input
          type="checkbox"
          checked={required}
          disabled={!makes || ruling.isPending}
          onChange={(event) => ruling.mutate(event.target.checked)}
        />
        {t('keys.required')}
      </label>
      {ruling.error && <Trouble error={ruling.error} onRetry={() => ruling.reset()} />}
    </>
  );
}

interface RevokeDialogProps {
  readonly certificate: ClientCertificate;
  readonly onClose: () => void;
}

function RevokeDialog({ certificate, onClose }: RevokeDialogProps) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const revoking = useMutation({
    mutationFn: () => revokeCertificate(certificate.certificateId),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['client-certificates'] });
      onClose();
    },
  });
  return (
    <Confirm
      danger
      title={t('keys.revokeTitle', { label: certificate.label })}
      deed={t('keys.revoke')}
      onConfirm={() => revoking.mutateAsync().catch(() => undefined)}
      onClose={onClose}
    >
      <p>{t('keys.revokeHint')}</p>
      {revoking.error && <Trouble error={revoking.error} onRetry={() => revoking.reset()} />}
    </Confirm>
  );
}
