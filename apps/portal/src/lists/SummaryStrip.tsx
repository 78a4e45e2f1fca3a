import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ListState, StateCounts } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { formatAmount, formatCount } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { useSetFilter } from './Filters.tsx';
import { summaryQuery } from './queries.ts';
import { VolumeBars } from './VolumeBars.tsx';

const states: readonly ListState[] = ['released', 'held', 'refused', 'forwarded', 'waiting', 'withdrawn'];

interface SummaryStripProps {
  readonly counts: StateCounts | undefined;
  readonly refetchInterval: number | false;
}

/** The day at a glance; the counts are at the same time the filter by state. */
export function SummaryStrip({ counts, refetchInterval }: SummaryStripProps) {
  const { t, locale } = useTexts();
  const { data: summary } = useQuery({ ...summaryQuery(), refetchInterval });
  return (
    <section className="summary" aria-label={t('lists.summary.label')}>
      <StateFilter counts={counts} />
      <div className="summary-volume">{summary ? <VolumeBars summary={summary} /> : null}</div>
      <dl className="summary-today">
        <div>
          <dt>{t('lists.summary.received')}</dt>
          <dd>{summary ? formatCount(summary.today.received, locale) : '—'}</dd>
        </div>
        <div>
          <dt>{t('lists.summary.tax')}</dt>
          <dd>{summary ? `¥${formatAmount(summary.today.taxTotal)}` : '—'}</dd>
        </div>
        <div>
          <dt>{t('lists.summary.median')}</dt>
          <dd>
            {summary?.medianDecisionMs === undefined
              ? '—'
              : t('lists.summary.milliseconds', { value: Math.round(summary.medianDecisionMs) })}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function StateFilter({ counts }: { readonly counts: StateCounts | undefined }) {
  const { t, locale } = useTexts();
  const { state: chosen } = useSearch({ from: '/lists' });
  const setFilter = useSetFilter();
  const all = counts && states.reduce((sum, state) => sum + counts[state], 0);
  // Where the rules decide nothing is ever with customs: there the figure would only take room.
  const shown = states.filter((state) => state !== 'forwarded' || chosen === state || counts?.[state]);
  const count = (value: number | undefined) => (value === undefined ? '—' : formatCount(value, locale));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a form where these are toggle buttons
    <div className="state-filter" role="group" aria-label={t('lists.summary.states')}>
      <button
        type="button"
        aria-pressed={chosen === undefined}
        onClick={() => setFilter({ state: undefined })}
      >
        <span className="state-filter-name">{t('app.state.all')}</span>
        <strong>{count(all)}</strong>
      </button>
      {shown.map((state) => (
        <button
          key={state}
          type="button"
          className={`tone-${state}`}
          aria-pressed={chosen === state}
          onClick={() => setFilter({ state: chosen === state ? undefined : state })}
        >
          <span className="state-filter-name">
            <Icon name={state} />
            {t(`app.state.${state}`)}
          </span>
          <strong>{count(counts?.[state])}</strong>
        </button>
      ))}
    </div>
  );
}
