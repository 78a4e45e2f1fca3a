import type { components } from '../api/schema.gen.ts';
import { useTexts } from '../i18n/index.ts';
import { Choice } from '../ui/Choice.tsx';
import { formatMoment } from '../ui/format.ts';
import { type RulesFilter, ruleGroups } from './queries.ts';

interface RulesFiltersProps {
  readonly filter: RulesFilter;
  readonly books: components['schemas']['Rulebooks'];
  readonly onChange: (change: { [Key in keyof RulesFilter]?: RulesFilter[Key] | undefined }) => void;
}

export function RulesFilters({ filter, books, onChange }: RulesFiltersProps) {
  const { t } = useTexts();
  const edition = filter.edition ?? books.current;
  return (
    <search className="rules-filters" aria-label={t('rules.filter')}>
      <input
        type="search"
        className="field"
        aria-label={t('rules.search')}
        placeholder={t('rules.search')}
        value={filter.search ?? ''}
        onChange={(event) => onChange({ search: event.target.value || undefined })}
      />
      <Choice
        label={t('rules.groupLabel')}
        value={filter.group ?? ''}
        options={[
          { value: '' as const, label: t('rules.group.any') },
          ...ruleGroups.map((value) => ({ value, label: t(`rules.group.${value}`) })),
        ]}
        onChange={(group) => onChange({ group: group || undefined })}
      />
      <label>
        {t('rules.edition')}{' '}
        <select
          className="field"
          value={edition}
          onChange={(event) => onChange({ edition: event.target.value })}
        >
          {books.editions.map((one) => (
            <option key={one.edition} value={one.edition}>
              {`${one.edition} · ${formatMoment(one.firstUsedAt)}`}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('rules.against')}{' '}
        <select
          className="field"
          value={filter.against ?? ''}
          onChange={(event) => onChange({ against: event.target.value || undefined })}
        >
          <option value="">{t('rules.againstNone')}</option>
          {books.editions
            .filter((one) => one.edition !== edition)
            .map((one) => (
              <option key={one.edition} value={one.edition}>
                {`${one.edition} · ${formatMoment(one.firstUsedAt)}`}
              </option>
            ))}
        </select>
      </label>
    </search>
  );
}
