import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { BeginFiling } from './BeginFiling.tsx';
import { FileFacts } from './FileFacts.tsx';
import { History } from './History.tsx';
import { FindingsList, ReasonsButton, RegistryState } from './pieces.tsx';
import { type FileInForce, fileQuery, registryKey, suspendEnterprise } from './queries.ts';

/** The file of an enterprise: what is in force, what it lacks, what runs out, and how it came to be. */
export function FilePage() {
  const { t } = useTexts();
  const { customsCode } = useParams({ from: '/registry/enterprises/$customsCode' });
  const { data, error, refetch } = useQuery(fileQuery(customsCode));
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('registry.loading')} bars={[100, 80, 90]} />;
  return (
    <div className="registry-page">
      <PageHead title={data.file.name} intro={<RegistryState state={data.state} />}>
        <Deeds data={data} />
      </PageHead>
      {data.openFiling && (
        <p>
          <Link to="/registry/filings/$filingId" params={{ filingId: data.openFiling.filingId }}>
            {t('registry.openFiling')}
          </Link>{' '}
          <RegistryState state={data.openFiling.state} />
        </p>
      )}
      <FindingsList title={t('registry.gaps')} findings={data.gaps} />
      {data.expiries.length > 0 && (
        <section className="panel">
          <h2>{t('registry.expiries')}</h2>
          <ul>
            {data.expiries.map(({ subject, which, endsOn }) => (
              <li key={`${subject} ${which}`}>
                {t(`registry.subject.${subject}`)} <span className="code">{which}</span> {endsOn}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel">
        <h2>{t('registry.inForce', { version: data.version })}</h2>
        <FileFacts file={data.file} />
      </section>
      <History customsCode={customsCode} />
    </div>
  );
}

function Deeds({ data }: { readonly data: FileInForce }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const { data: session } = useQuery(sessionQuery());
  if (!session) return null;
  const { customsCode, state, file } = data;
  const may = (action: string) => sessionAllows(session, { resource: 'enterprise-files', action });
  return (
    <>
      {may('review') && state === 'active' && (
        <ReasonsButton
          label={t('registry.suspend')}
          danger
          onGive={async (reasons) => {
            await suspendEnterprise(customsCode, reasons);
            await queryClient.invalidateQueries({ queryKey: registryKey });
          }}
        >
          <p>{t('registry.suspendHint')}</p>
        </ReasonsButton>
      )}
      {may('apply') && !data.openFiling && state !== 'closed' && (
        <>
          <BeginFiling customsCode={customsCode} kind="cancel" />
          {state === 'suspended' && <BeginFiling customsCode={customsCode} kind="resume" />}
          <BeginFiling customsCode={customsCode} kind="change" file={file} />
        </>
      )}
    </>
  );
}
