import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { BookDialog } from '../books/BookDialog.tsx';
import { More } from '../books/More.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { fileKinds, makeTaxFile, type TaxFile, taxFilesQuery } from './tax-files.ts';
import './refunds.css';

/** Files for the tax bureau: of which period, by when, and whether the period was over when they were made. */
export function TaxFilesPage() {
  const { t } = useTexts();
  const [making, setMaking] = useState(false);
  const { data: session } = useQuery(sessionQuery());
  const found = useInfiniteQuery(taxFilesQuery());
  const files = found.data?.pages.flatMap((page) => page.files);
  const makes = session !== undefined && sessionAllows(session, { resource: 'tax-files', action: 'make' });
  return (
    <>
      <PageHead title={t('refunds.files.title')} intro={t('refunds.files.intro')}>
        {makes && (
          <Button kind="primary" onClick={() => setMaking(true)}>
            {t('refunds.files.make')}
          </Button>
        )}
      </PageHead>
      {found.error && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
      {!files && !found.error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {files?.length === 0 && <Empty title={t('refunds.files.none')} hint={t('refunds.files.noneHint')} />}
      {files && files.length > 0 && <Table files={files} />}
      <More found={found} />
      {making && <MakeDialog onClose={() => setMaking(false)} />}
    </>
  );
}

function Table({ files }: { readonly files: readonly TaxFile[] }) {
  const { t } = useTexts();
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('refunds.files.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('refunds.files.period')}</th>
            <th scope="col">{t('refunds.files.kind')}</th>
            <th scope="col">{t('refunds.files.edition')}</th>
            <th scope="col" className="figure">
              {t('refunds.files.rows')}
            </th>
            <th scope="col">{t('refunds.files.dueOn')}</th>
            <th scope="col">{t('refunds.files.made')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={`${file.kind}/${file.period}/${file.edition}`}>
              <th scope="row">
                <Link
                  className="row-link code"
                  data-shortcut="row"
                  to="/tax-files/$kind/$period/$edition"
                  params={{ kind: file.kind, period: file.period, edition: file.edition }}
                >
                  {file.period}
                </Link>
              </th>
              <td>{t(`refunds.files.kinds.${file.kind}`)}</td>
              <td>
                {file.edition} {!file.complete && t('refunds.files.early')}
              </td>
              <td className="figure code">{file.rows}</td>
              <td className="code">{file.dueOn}</td>
              <td>
                <Moment at={file.madeAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Makes a file; where nothing has changed, the edition before is given again. */
function MakeDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('refunds.files.make')}
      hint={t('refunds.files.makeHint')}
      deed={t('refunds.files.make')}
      stale={[['tax-files']]}
      initial={{ kind: 'exports', period: '' }}
      fields={[
        {
          name: 'kind',
          label: t('refunds.files.kind'),
          choices: fileKinds.map((kind) => [kind, t(`refunds.files.kinds.${kind}`)] as const),
        },
        { name: 'period', label: t('refunds.files.periodOf'), most: 7 },
      ]}
      onSend={({ kind, period }) =>
        makeTaxFile({
          kind: fileKinds.find((one) => one === kind) ?? 'exports',
          period: period.trim().toUpperCase(),
        })
      }
      onClose={onClose}
    />
  );
}
