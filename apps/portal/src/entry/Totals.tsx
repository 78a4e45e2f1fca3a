import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { formatAmount } from '../ui/format.ts';
import type { Total } from './totals.ts';

interface TotalsProps {
  readonly totals: readonly Total[];
  readonly labelOf: (field: string) => string;
  readonly onTake: (total: Total) => void;
}

/** What the amounts come to, exactly, beside what was written, to be taken over where it differs. */
export function Totals({ totals, labelOf, onTake }: TotalsProps) {
  const { t } = useTexts();
  if (totals.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="totals">
      <h2 id="totals">{t('entry.totals')}</h2>
      <dl className="entry-totals">
        {totals.map((total) => (
          <div key={`${total.line ?? ''} ${total.field}`}>
            <dt>
              {total.line !== undefined && `${t('entry.line', { gnum: total.line + 1 })} `}
              {labelOf(total.field)}
            </dt>
            <dd>
              {formatAmount(total.computed)}{' '}
              {total.agrees ? (
                <span className="quiet">{t('entry.agrees')}</span>
              ) : (
                <Button small onClick={() => onTake(total)}>
                  {t('entry.takeTotal', { amount: total.computed })}
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
