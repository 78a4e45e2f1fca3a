import { useTexts } from '../i18n/index.ts';
import { Meter } from '../ui/charts/Meter.tsx';
import type { BulkContract } from './queries.ts';

/** How much of a contract is delivered, against the most that its tolerance lets be. */
export function Delivered({ contract }: { readonly contract: BulkContract }) {
  const { t } = useTexts();
  const { delivered, quantity, least, most } = contract;
  const share = Math.min(1, Number(delivered) / Math.max(Number(most), Number.MIN_VALUE));
  const enough = Number(delivered) >= Number(least);
  const words = t('b2b.deliveredOf', { delivered, quantity });
  return (
    <>
      <span className="figure">{words}</span>
      <Meter label={words} parts={[{ key: 'delivered', tone: enough ? 'success' : 'info', share }]} />
    </>
  );
}
