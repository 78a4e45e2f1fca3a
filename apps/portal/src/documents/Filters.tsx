import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useShortcut } from '../ui/shortcuts.ts';
import type { DocumentKind, DocumentsFilter, Side } from './queries.ts';

/** Typing is answered after a short rest, so not every letter asks the server. */
const searchRestMs = 300;

type Change = { readonly [Key in keyof DocumentsFilter]: DocumentsFilter[Key] | undefined };

interface FiltersProps {
  readonly kind: DocumentKind;
  readonly filter: DocumentsFilter;
  /** What the server showed: the side it chose, and how far it searched. */
  readonly shown:
    | {
        readonly side: Side;
        readonly sides: readonly Side[];
        readonly among?: number;
        readonly total: number;
      }
    | undefined;
}

export function Filters({ kind, filter, shown }: FiltersProps) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const set = (change: Partial<Change>, replace = false) =>
    void navigate({
      to: `/${kind}`,
      search: (search) => ({ ...search, ...change }) as DocumentsFilter,
      replace,
    });
  const clear = () => void navigate({ to: `/${kind}`, search: {} });
  return (
    <search className="filters" aria-label={t('documents.filter')}>
      <SearchBox value={filter.search ?? ''} onSearch={(search) => set({ search }, true)} />
      {shown && shown.sides.length > 1 && (
        <Choice
          label={t('documents.side.label')}
          value={shown.side}
          options={shown.sides.map((side) => ({ value: side, label: t(`documents.side.${side}`) }))}
          onChange={(side) => set({ side })}
        />
      )}
      <DayField label={t('documents.from')} value={filter.from} onChange={(from) => set({ from })} />
      <DayField label={t('documents.to')} value={filter.to} onChange={(to) => set({ to })} />
      <select
        className="field"
        aria-label={t('documents.deletedFilter.label')}
        value={filter.deleted ?? ''}
        onChange={({ target }) => set({ deleted: (target.value || undefined) as 'yes' | 'no' | undefined })}
      >
        <option value="">{t('documents.deletedFilter.any')}</option>
        <option value="no">{t('documents.deletedFilter.no')}</option>
        <option value="yes">{t('documents.deletedFilter.yes')}</option>
      </select>
      {Object.keys(filter).length > 0 && (
        <Button kind="text" onClick={clear}>
          {t('documents.clear')}
        </Button>
      )}
      {shown && (
        <span className="quiet" role="status">
          {t('documents.count', { count: shown.total })}
          {shown.among !== undefined && ` · ${t('documents.among', { count: shown.among })}`}
        </span>
      )}
    </search>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <label className="filter-day">
      <span className="quiet">{label}</span>
      <input
        type="date"
        className="field"
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value || undefined)}
      />
    </label>
  );
}

interface SearchBoxProps {
  readonly value: string;
  readonly onSearch: (text: string | undefined) => void;
}

function SearchBox({ value, onSearch }: SearchBoxProps) {
  const { t } = useTexts();
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  // The address changed from outside: a link, the back button, a saved filter.
  if (value !== shown) {
    setShown(value);
    if (value !== typed.trim()) setTyped(value);
  }
  useShortcut('/', t('app.shortcut.search'), () => box.current?.focus());
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = window.setTimeout(() => onSearch(typed.trim() || undefined), searchRestMs);
    return () => window.clearTimeout(timer);
  });
  return (
    <span className="filter-search">
      <Icon name="search" />
      <input
        ref={box}
        type="search"
        className="field"
        aria-label={t('app.shortcut.search')}
        aria-keyshortcuts="/"
        placeholder={t('documents.searchHint')}
        maxLength={60}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {typed === '' && <kbd>/</kbd>}
    </span>
  );
}
