import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Icon } from '../ui/Icon.tsx';
import { type ListsFilter, summaryQuery } from './queries.ts';

/** Typing is answered after a short rest, so not every letter asks the server. */
const searchRestMs = 250;

export function useSetFilter() {
  const navigate = useNavigate({ from: '/lists' });
  return (change: { readonly [Key in keyof ListsFilter]?: ListsFilter[Key] | undefined }, replace = false) =>
    // Another filter begins at its first page.
    void navigate({
      to: '/lists',
      search: (search) => ({ ...search, cursor: undefined, ...change }) as ListsFilter,
      replace,
    });
}

export function Filters({ filter }: { readonly filter: ListsFilter }) {
  const { t, say } = useTexts();
  const setFilter = useSetFilter();
  const { data: summary } = useQuery(summaryQuery());
  const filtered = filter.state ?? filter.mode ?? filter.search ?? filter.office;
  return (
    <search className="filters" aria-label={t('lists.filter.label')}>
      <SearchBox value={filter.search ?? ''} />
      <Choice
        label={t('lists.filter.mode')}
        value={filter.mode ?? ''}
        options={[
          { value: '', label: t('lists.filter.anyMode') },
          { value: '9610', label: t('lists.filter.mode9610') },
          { value: '1210', label: t('lists.filter.mode1210') },
        ]}
        onChange={(mode) => setFilter({ mode: mode || undefined })}
      />
      <select
        className="field filter-office"
        aria-label={t('lists.filter.office')}
        value={filter.office ?? ''}
        onChange={(event) => setFilter({ office: event.target.value || undefined })}
      >
        <option value="">{t('lists.filter.anyOffice')}</option>
        {summary?.offices.map((office) => (
          <option key={office.code} value={office.code}>
            {office.code} {say(office)}
          </option>
        ))}
      </select>
      {filtered && (
        <Button
          kind="text"
          onClick={() =>
            setFilter({ state: undefined, mode: undefined, search: undefined, office: undefined })
          }
        >
          {t('lists.filter.clear')}
        </Button>
      )}
    </search>
  );
}

function SearchBox({ value }: { readonly value: string }) {
  const { t } = useTexts();
  const setFilter = useSetFilter();
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  // The address changed from outside: a link, the back button, "clear filters".
  if (value !== shown) {
    setShown(value);
    if (value !== typed.trim()) setTyped(value);
  }
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = window.setTimeout(
      () => setFilter({ search: typed.trim() || undefined }, true),
      searchRestMs,
    );
    return () => window.clearTimeout(timer);
  });
  return (
    <span className="filter-search">
      <Icon name="search" />
      <input
        type="search"
        className="field"
        aria-label={t('lists.filter.search')}
        aria-keyshortcuts="/"
        placeholder={t('lists.filter.searchHint')}
        maxLength={60}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed === '' && <kbd>/</kbd>}
    </span>
  );
}
