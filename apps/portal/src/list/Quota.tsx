import type { QuotaView } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { Meter } from '../ui/charts/Meter.tsx';
import { formatAmount, shareOf, subtractAmounts } from '../ui/format.ts';

/** The buyer's yearly allowance: what was used before, what this list takes, what is left. */
export function Quota({ quota }: { readonly quota: QuotaView }) {
  const { t } = useTexts();
  const before = shareOf(subtractAmounts(quota.used, quota.thisList), quota.limit);
  const own = shareOf(quota.thisList, quota.limit);
  return (
    <section className="panel" aria-labelledby="quota">
      <h2 id="quota">{t('list.quota.title', { year: String(quota.year) })}</h2>
      <Meter
        label={t('list.quota.meter', { used: formatAmount(quota.used), limit: formatAmount(quota.limit) })}
        parts={[
          { key: 'before', tone: 'quiet', share: before },
          { key: 'own', tone: 'primary', share: own },
        ]}
      />
      <dl className="quota-figures">
        <div>
          <dt>{t('list.quota.thisList')}</dt>
          <dd>{formatAmount(quota.thisList)}</dd>
        </div>
        <div>
          <dt>{t('list.quota.used')}</dt>
          <dd>{formatAmount(quota.used)}</dd>
        </div>
        <div>
          <dt>{t('list.quota.limit')}</dt>
          <dd>{formatAmount(quota.limit)}</dd>
        </div>
        <div>
          <dt>{t('list.quota.left')}</dt>
          <dd>{formatAmount(subtractAmounts(quota.limit, quota.used))}</dd>
        </div>
      </dl>
    </section>
  );
}
