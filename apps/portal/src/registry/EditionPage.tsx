import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { Fact } from './FileFacts.tsx';
import { Person } from './Person.tsx';
import { Changes, ReasonsButton, RegistryState } from './pieces.tsx';
import { type EditionView, editionQuery, registryKey, returnEdition, stepEdition } from './queries.ts';

type Row = EditionView['added'][number];

/** One edition of a table: what it adds, ends and changes, to be approved by another than proposed it. */
export function EditionPage() {
  const { t } = useTexts();
  const { editionId } = useParams({ from: '/registry/editions/$editionId' });
  const { data, error, refetch } = useQuery(editionQuery(editionId));
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('registry.loading')} bars={[100, 80, 90]} />;
  return (
    <div className="registry-page">
      <PageHead title={`${data.table} · ${data.from}`} intro={<RegistryState state={data.state} />}>
        <Deeds edition={data} />
      </PageHead>
      <section className="panel">
        <dl className="facts-list">
          <Fact name={t('registry.codeSource')}>{data.source}</Fact>
          <Fact name={t('registry.proposedBy')}>
            <Person id={data.proposedBy} people={data.people} />
          </Fact>
          <Fact name={t('registry.decidedBy')}>
            {data.decidedBy && <Person id={data.decidedBy} people={data.people} />}
          </Fact>
          <Fact name={t('registry.reasons')}>{data.reasons}</Fact>
        </dl>
      </section>
      <section className="panel">
        <h2>{t('registry.rowsChanged', { count: data.changed.length })}</h2>
        {data.changed.map(({ before, after }) => (
          <section key={`${before.code} ${before.from}`}>
            <h3 className="code">{`${after.code} ${after.zh}`}</h3>
            <Changes changes={columnsChanged(before, after)} />
          </section>
        ))}
      </section>
      <Rows title={t('registry.rowsAdded', { count: data.added.length })} rows={data.added} />
      <Rows title={t('registry.rowsEnded', { count: data.ended.length })} rows={data.ended} />
    </div>
  );
}

const columnsChanged = (before: Row, after: Row) =>
  Object.keys(after).flatMap((path) => {
    const [was = '', is = ''] = [before[path], after[path]];
    return was === is ? [] : [{ path, before: was, after: is }];
  });

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  return (
    <section className="panel">
      <h2>{title}</h2>
      <ul>
        {rows.map((row) => (
          <li key={`${row.code} ${row.from}`}>
            <span className="code">{row.code}</span> {row.zh} <span lang="en">{row.en}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Deeds({ edition }: { readonly edition: EditionView }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const { data: session } = useQuery(sessionQuery());
  const { editionId, state } = edition;
  const done = () => queryClient.invalidateQueries({ queryKey: registryKey });
  const step = useMutation({
    mutationFn: (deed: 'approve' | 'withdraw') => stepEdition(editionId, deed),
    onSuccess: done,
  });
  if (!session || state !== 'proposed') return null;
  const may = (action: string) => sessionAllows(session, { resource: 'rule-tables', action });
  return (
    <>
      {step.error && <Trouble error={step.error} onRetry={() => step.reset()} />}
      {may('propose') && (
        <Button busy={step.isPending} onClick={() => step.mutate('withdraw')}>
          {t('registry.deed.withdraw')}
        </Button>
      )}
      {may('decide') && (
        <>
          <ReasonsButton
            label={t('registry.deed.return')}
            onGive={async (reasons) => {
              await returnEdition(editionId, reasons);
              await done();
            }}
          />
          <Button kind="primary" busy={step.isPending} onClick={() => step.mutate('approve')}>
            {t('registry.deed.approve')}
          </Button>
        </>
      )}
    </>
  );
}
