import type { QuotaView } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { formatAmount, shareOf, subtractAmounts } from '../ui/format.ts';

/** The buyer's yearly allowance: what was used before, what this list takes, what is left. */
export function Quota({ quota }: { readonly quota: QuotaView }) {
  const { t } = useTexts();
  const before = shareOf(subtractAmounts(quota.used, quota.thisList), quota.limit) * 100;
  const own = shareOf(quota.thisList, quota.limit) * 100;
  return (
    <section className="panel" aria-labelledby="quota">
      <h2 id="quota">{t('list.quota.title', { year: String(quota.year) })}</h2>
      <svg
        className="quota-meter"
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        role="img"
        aria-label={t('list.quota.meter', {
          used: formatAmount(quota.used),
          limit: formatAmount(quota.limit),
        })}
      >
        <rect className="quota-limit" width="100" height="6" />
        <rect className="quota-before" width={before} height="6" />
        <rect className="quota-own" x={before} width={own} height="6" />
      </svg>
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
