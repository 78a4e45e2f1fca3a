import { useTexts } from '../i18n/index.ts';
import { distanceOf, formatMoment, formatRelative } from './format.ts';
import { useNow } from './now.ts';

/** How long ago (or until when), with the exact Beijing time on hover. */
export function Ago({ at }: { readonly at: string }) {
  const { t, locale } = useTexts();
  const { unit, count } = distanceOf(at, useNow());
  const text =
    formatRelative(unit, count, locale) ??
    t(`app.ago.${unit}${count > 0 ? 'To' : 'Ago'}`, { count: Math.abs(count) });
  return (
    <time dateTime={at} title={formatMoment(at)}>
      {text}
    </time>
  );
}

export function Moment({ at }: { readonly at: string }) {
  return <time dateTime={at}>{formatMoment(at)}</time>;
}
