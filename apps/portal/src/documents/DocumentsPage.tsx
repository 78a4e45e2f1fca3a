import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useRefetchInterval } from '../api/live.ts';
import { ownSearch } from '../app/search.ts';
import { useTexts } from '../i18n/index.ts';
import { Empty } from '../ui/Empty.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { ColumnsMenu } from '../ui/table/ColumnsMenu.tsx';
import { DataTable } from '../ui/table/DataTable.tsx';
import { useChosenColumns } from '../ui/table/useChosenColumns.ts';
import { usePages } from '../ui/table/usePages.ts';
import { useDocumentColumns } from './columns.tsx';
import { DocumentDialog } from './DocumentDialog.tsx';
import { ExportLinks } from './ExportLinks.tsx';
import { Filters } from './Filters.tsx';
import {
  type DocumentKind,
  type DocumentRow,
  type DocumentsFilter,
  documentsKey,
  fetchDocuments,
} from './queries.ts';
import { SavedFilters } from './SavedFilters.tsx';
import './documents.css';

export const OrdersPage = () => <DocumentsPage kind="orders" />;
export const PaymentsPage = () => <DocumentsPage kind="payments" />;
export const WaybillsPage = () => <DocumentsPage kind="waybills" />;

/** One kind of document of the enterprise: any number of them, found, filtered and taken along. */
function DocumentsPage({ kind }: { readonly kind: DocumentKind }) {
  const { t } = useTexts();
  const asked: DocumentsFilter = ownSearch(useSearch({ strict: false }) as DocumentsFilter);
  const [opened, setOpened] = useState<DocumentRow>();
  const columns = useDocumentColumns(kind, setOpened);
  const chosen = useChosenColumns(`documents.${kind}`, columns);
  const refetchInterval = useRefetchInterval();
  const found = usePages({
    queryKey: documentsKey(kind, asked),
    fetchPage: (skip, limit, signal) => fetchDocuments(kind, asked, { skip, limit }, signal),
    refetchInterval,
  });
  return (
    <section className="documents-page">
      <PageHead title={t(`documents.title.${kind}`)}>
        <ColumnsMenu {...chosen} all={columns} />
        <ExportLinks kind={kind} filter={asked} />
      </PageHead>
      <SavedFilters page={`/${kind}`} filter={asked} />
      <Filters kind={kind} filter={asked} shown={found.first} />
      {found.error && <Trouble error={found.error} onRetry={found.refetch} />}
      {found.total === undefined && !found.error && (
        <Skeleton label={t('app.loading')} bars={[100, 96, 98, 92, 97, 94]} />
      )}
      {found.total === 0 && <NothingHere filtered={Object.keys(asked).length > 0} />}
      {found.total !== undefined && found.total > 0 && (
        <DataTable
          // Another question begins at its top.
          key={JSON.stringify(asked)}
          caption={t(`documents.title.${kind}`)}
          columns={chosen.columns}
          count={found.total}
          rowAt={found.rowAt}
          keyOf={(row) => row.key}
          onVisible={found.onVisible}
        />
      )}
      {opened && <DocumentDialog kind={kind} row={opened} onClose={() => setOpened(undefined)} />}
    </section>
  );
}

function NothingHere({ filtered }: { readonly filtered: boolean }) {
  const { t } = useTexts();
  return filtered ? (
    <Empty title={t('documents.emptyFiltered')} hint={t('documents.emptyFilteredHint')} />
  ) : (
    <Empty title={t('documents.empty')} hint={t('documents.emptyHint')} />
  );
}
