import { useTexts } from '../i18n/index.ts';
import { Meter } from '../ui/charts/Meter.tsx';
import type { Application } from './queries.ts';

/** How many of the lists of an application are in a summary by now. */
export function Placed({ application }: { readonly application: Application }) {
  const { t, locale } = useTexts();
  const { lists, placed } = application;
  if (lists === 0) return '–';
  const told = t('summaries.placedOf', {
    placed: placed.toLocaleString(locale),
    lists: lists.toLocaleString(locale),
  });
  return (
    <span className="summaries-progress">
      <Meter label={told} parts={[{ key: 'placed', tone: 'primary', share: placed / lists }]} />
      <span aria-hidden="true">{told}</span>
    </span>
  );
}
