import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { Confidence } from '../ui/Confidence.tsx';
import { Empty } from '../ui/Empty.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { SearchField } from './pieces.tsx';
import { type CodeEntry, type CodeListName, codeListQuery, codeListsQuery } from './queries.ts';

/** Code lists as they are on a day, each code with its source and how sure it is. */
export function CodeListsPage() {
  const { t } = useTexts();
  const filter = useSearch({ from: '/registry/code-lists' });
  const navigate = useNavigate();
  const { data: lists } = useQuery(codeListsQuery());
  const list = (lists?.lists.find((one) => one.list === filter.list)?.list ??
    'customs_offices') as CodeListName;
  const { data, error, refetch } = useQuery(codeListQuery(list, filter.day));
  const set = (part: object) =>
    void navigate({ to: '/registry/code-lists', search: { ...filter, ...part } as typeof filter });
  const sought = filter.search?.toLowerCase() ?? '';
  const entries = data?.entries.filter(({ code, zh, en }) =>
    [code, zh, en].some((text) => text.toLowerCase().includes(sought)),
  );
  return (
    <div className="registry-page">
      <PageHead title={t('registry.codeLists')} intro={t('registry.codeListsIntro')} />
      <div className="registry-bar">
        <select
          className="field code"
          aria-label={t('registry.codeList')}
          value={list}
          onChange={(event) => set({ list: event.target.value })}
        >
          {lists?.lists.map((one) => (
            <option key={one.list} value={one.list}>
              {one.list} ({one.entries})
            </option>
          ))}
        </select>
        <input
          type="date"
          className="field"
          aria-label={t('registry.onDay')}
          value={filter.day ?? ''}
          onChange={(event) => set({ day: event.target.value || undefined })}
        />
        <SearchField
          label={t('registry.searchCodes')}
          value={filter.search ?? ''}
          to="/registry/code-lists"
        />
      </div>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!entries && !error && <Skeleton label={t('registry.loading')} bars={[100, 80, 90]} />}
      {entries?.length === 0 && <Empty title={t('registry.none')} hint={t('registry.noneHint')} />}
      {entries && entries.length > 0 && <Entries list={list} entries={entries} />}
    </div>
  );
}

interface EntriesProps {
  readonly list: CodeListName;
  readonly entries: readonly CodeEntry[];
}

function Entries({ list, entries }: EntriesProps) {
  const { t } = useTexts();
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="sr-only">{list}</caption>
        <thead>
          <tr>
            <th scope="col">{t('registry.code')}</th>
            <th scope="col">中文</th>
            <th scope="col">English</th>
            <th scope="col">{t('registry.field.validFrom')}</th>
            <th scope="col">{t('registry.field.validTo')}</th>
            <th scope="col">{t('registry.codeSource')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, 500).map(({ code, zh, en, from, to, source, confidence }) => (
            <tr key={`${code} ${from ?? ''}`}>
              <th scope="row" className="code">
                {code}
              </th>
              <td lang="zh">{zh}</td>
              <td lang="en">{en}</td>
              <td>{from ?? '—'}</td>
              <td>{to ?? '—'}</td>
              <td>
                <Confidence mark={confidence} /> {source}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
