import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { FileFacts } from './FileFacts.tsx';
import { FileForm } from './FileForm.tsx';
import { Person } from './Person.tsx';
import { Changes, FindingsList, ReasonsButton, RegistryState } from './pieces.tsx';
import {
  type Filing,
  type FilingDeed,
  filingQuery,
  registryKey,
  returnFiling,
  stepFiling,
} from './queries.ts';

const deeds: readonly FilingDeed[] = ['withdraw', 'check', 'approve', 'apply'];

/** One application: a form while it can be mended, and for who checks it what it changes. */
export function FilingPage() {
  const { t } = useTexts();
  const { filingId } = useParams({ from: '/registry/filings/$filingId' });
  const { data, error, refetch } = useQuery(filingQuery(filingId));
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('registry.loading')} bars={[100, 80, 90]} />;
  const asksForFile = data.kind === 'register' || data.kind === 'change';
  const editable = data.may.includes('save') && asksForFile;
  const returned = data.steps.findLast(({ step }) => step === 'return');
  return (
    <div className="registry-page">
      <PageHead
        title={`${t(`registry.begin.${data.kind}`)} · ${data.name || data.customsCode}`}
        intro={<RegistryState state={data.state} />}
      >
        <Deeds filing={data} withApply={!editable} />
      </PageHead>
      {data.state === 'returned' && returned?.reasons && (
        <p role="note">{t('registry.reasonsGiven', { reasons: returned.reasons })}</p>
      )}
      {editable ? (
        <FileForm key={data.filingId} filing={data} />
      ) : (
        <>
          <FindingsList title={t('registry.findings')} findings={data.findings} />
          <section className="panel">
            <h2>{t('registry.changes')}</h2>
            <Changes changes={data.changes} />
          </section>
          <section className="panel">
            <h2>{t('registry.askedFile')}</h2>
            <FileFacts file={data.file} />
          </section>
        </>
      )}
      <Steps filing={data} />
    </div>
  );
}

function Deeds({ filing, withApply }: { readonly filing: Filing; readonly withApply: boolean }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const done = () => queryClient.invalidateQueries({ queryKey: registryKey });
  const step = useMutation({
    mutationFn: (deed: FilingDeed) => stepFiling(filing.filingId, deed),
    onSuccess: done,
  });
  return (
    <>
      {step.error && <Trouble error={step.error} onRetry={() => step.reset()} />}
      {filing.may.includes('return') && (
        <ReasonsButton
          label={t('registry.deed.return')}
          onGive={async (reasons) => {
            await returnFiling(filing.filingId, reasons);
            await done();
          }}
        />
      )}
      {deeds
        .filter((deed) => filing.may.includes(deed) && (deed !== 'apply' || withApply))
        .map((deed) => (
          <Button
            key={deed}
            kind={deed === 'withdraw' ? 'plain' : 'primary'}
            busy={step.isPending}
            onClick={() => step.mutate(deed)}
          >
            {t(`registry.deed.${deed}`)}
          </Button>
        ))}
    </>
  );
}

function Steps({ filing }: { readonly filing: Filing }) {
  const { t } = useTexts();
  return (
    <section className="panel">
      <h2>{t('registry.steps')}</h2>
      <ol className="registry-timeline">
        {filing.steps.map(({ step, by, at, reasons }) => (
          <li key={at}>
            <strong>{t(`registry.deed.${step}`)}</strong> <Moment at={at} />{' '}
            <Person id={by} people={filing.people} />
            {reasons && <p>{t('registry.reasonsGiven', { reasons })}</p>}
          </li>
        ))}
      </ol>
      {filing.kind !== 'register' && (
        <p>
          <Link to="/registry/enterprises/$customsCode" params={{ customsCode: filing.customsCode }}>
            {t('registry.toFile')}
          </Link>
        </p>
      )}
    </section>
  );
}
