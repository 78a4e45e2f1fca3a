import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { Said } from '../ui/Said.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import type { Column } from '../ui/table/column.ts';
import { DataTable } from '../ui/table/DataTable.tsx';
import { type BadDocument, type BulkFile, badQuery, errorsAddress } from './queries.ts';

/** One finding of one document. */
interface FindingRow {
  readonly id: string;
  readonly document: BadDocument;
  readonly finding: BadDocument['findings'][number];
}

/** Rows from the end of what has come at which more is fetched. */
const ahead = 60;

/** Everything that was found, a line each, and the files to mend it in. */
export function BadTable({ file, count }: { readonly file: BulkFile; readonly count: number }) {
  const { t, language } = useTexts();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    badQuery(file.fileId, count),
  );
  const rows = useMemo(
    () =>
      (data?.pages ?? []).flatMap(({ documents }) =>
        documents.flatMap((document) =>
          document.findings.map(
            (finding, at): FindingRow => ({ id: `${document.row}.${at}`, document, finding }),
          ),
        ),
      ),
    [data],
  );
  const onVisible = useCallback(
    (_first: number, last: number) => {
      if (hasNextPage && !isFetchingNextPage && last > rows.length - ahead) void fetchNextPage();
    },
    [hasNextPage, isFetchingNextPage, rows.length, fetchNextPage],
  );
  const columns = useColumns();
  return (
    <div className="bulk-bad">
      <div className="panel-head">
        <h2>{t('bulk.wrong', { count })}</h2>
        <p className="bulk-templates">
          {t('bulk.errors')}{' '}
          {(['xlsx', 'csv'] as const).map((format) => (
            <a key={format} href={errorsAddress(file.fileId, format, language)} download>
              <Icon name="download" />
              {format.toUpperCase()}
            </a>
          ))}
        </p>
      </div>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      <DataTable
        caption={t('bulk.wrong', { count })}
        columns={columns}
        count={rows.length + (hasNextPage ? 1 : 0)}
        rowAt={(place) => rows[place]}
        keyOf={({ id }) => id}
        onVisible={onVisible}
      />
    </div>
  );
}

function useColumns(): readonly Column<FindingRow>[] {
  const { t, say } = useTexts();
  return useMemo(
    () => [
      {
        ...{ key: 'row', header: t('bulk.row'), width: '5rem', names: true },
        cell: ({ finding: { row } }) => row,
      },
      {
        ...{ key: 'document', header: t('bulk.document'), width: '14rem' },
        cell: ({ document: { key } }) => <span title={key.join(' / ')}>{key.join(' / ')}</span>,
      },
      {
        ...{ key: 'column', header: t('bulk.column'), width: '11rem' },
        cell: ({ finding: { column, heading } }) =>
          column ? (
            <span title={heading}>
              <span className="code">{column}</span> {heading}
            </span>
          ) : (
            '–'
          ),
      },
      {
        ...{ key: 'what', header: t('bulk.what') },
        cell: ({ finding: { message, remedy } }) => (
          <span className="bulk-what" title={`${say(message)}\n${say(remedy)}`}>
            <span>
              <Said text={message} />
            </span>
            <span className="quiet">
              <Said text={remedy} />
            </span>
          </span>
        ),
      },
      {
        ...{ key: 'code', header: t('bulk.code'), width: '10rem' },
        cell: ({ finding: { code } }) => <span className="code">{code}</span>,
      },
    ],
    [t, say],
  );
}
