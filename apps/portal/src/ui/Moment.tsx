import { useTexts } from '../i18n/index.ts';
import { formatMoment, formatRelative } from './format.ts';
import { useNow } from './now.ts';

/** How long ago (or until when), with the exact Beijing time on hover. */
export function Ago({ at }: { readonly at: string }) {
  const { locale } = useTexts();
  const now = useNow();
  return (
    <time dateTime={at} title={formatMoment(at)}>
      {formatRelative(at, now, locale)}
    </time>
  );
}

export function Moment({ at }: { readonly at: string }) {
  return <time dateTime={at}>{formatMoment(at)}</time>;
}
