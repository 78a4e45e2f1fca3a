import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { Empty } from '../ui/Empty.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { changesBetween } from './changes.ts';
import { type RulesFilter, rulebookQuery, rulebooksQuery } from './queries.ts';
import { RulesFilters } from './RulesFilters.tsx';
import { RulesTable } from './RulesTable.tsx';
import './rules.css';

/** What decisions rest on: every rule and dated figure, its source, how sure we are, and what an edition changed. */
export function RulesPage() {
  const { t, say } = useTexts();
  const filter = useSearch({ from: '/rules' });
  const navigate = useNavigate({ from: '/rules' });
  const { data: books, error: booksError, refetch: refetchBooks } = useQuery(rulebooksQuery());
  const edition = filter.edition ?? books?.current;
  const { data, error, refetch } = useQuery(rulebookQuery(edition));
  const { data: against } = useQuery(rulebookQuery(filter.against));
  const setFilter = (change: { [Key in keyof RulesFilter]?: RulesFilter[Key] | undefined }) =>
    void navigate({
      to: '/rules',
      search: (search) => ({ ...search, ...change }) as RulesFilter,
      replace: true,
    });
  const wanted = filter.search?.toLowerCase() ?? '';
  const shown = changesBetween(data?.rows ?? [], against?.rows).filter(({ row, change }) => {
    if (filter.group && row.group !== filter.group) return false;
    if (filter.against && change === undefined) return false;
    return `${row.code} ${row.rule} ${row.source} ${say(row.sentence)}`.toLowerCase().includes(wanted);
  });
  const trouble = error ?? booksError;
  return (
    <>
      <PageHead title={t('rules.title')} intro={t('rules.intro')} />
      {trouble && (
        <Trouble
          error={trouble}
          onRetry={() => {
            void refetchBooks();
            void refetch();
          }}
        />
      )}
      {books && <RulesFilters filter={filter} books={books} onChange={setFilter} />}
      {!data && !trouble && <Skeleton label={t('app.loading')} bars={[100, 100, 100, 100]} />}
      {data && shown.length === 0 && <Empty title={t('rules.none')} hint={t('rules.noneHint')} />}
      {shown.length > 0 && <RulesTable rows={shown} />}
    </>
  );
}
