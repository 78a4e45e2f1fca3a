import type { ListDetail } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { formatClock } from '../ui/format.ts';

/** The answers sent to the declarant, word for word. */
export function Receipts({ receipts }: { readonly receipts: ListDetail['receipts'] }) {
  const { t } = useTexts();
  return (
    <section className="panel" aria-labelledby="receipts">
      <h2 id="receipts">{t('list.receipts.title')}</h2>
      {receipts.length === 0 ? (
        <p className="quiet">{t('list.receipts.none')}</p>
      ) : (
        <ol className="receipts">
          {receipts.map((receipt) => (
            <li key={`${receipt.at} ${receipt.status}`}>
              <strong className="code">{receipt.status}</strong>
              <span>{receipt.info}</span>
              <time className="quiet" dateTime={receipt.at}>
                {formatClock(receipt.at)}
              </time>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
