import type { Bilingual } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { Said } from '../ui/Said.tsx';
import { kindOf } from './kinds.ts';

/** What a notification is of, in the reader's language where the portal knows the kind. */
export function KindText({ kind, text }: { readonly kind: string; readonly text: Bilingual }) {
  const { t } = useTexts();
  const known = kindOf(kind);
  return known ? t(known.text) : <Said text={text} />;
}
