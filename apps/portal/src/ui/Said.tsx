import type { Bilingual } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';

/** A sentence of the server: in Chinese, or in English and marked so for readers of other languages. */
export function Said({ text }: { readonly text: Bilingual }) {
  const { language, say } = useTexts();
  if (language === 'zh' || language === 'en') return <>{say(text)}</>;
  return <span lang="en">{say(text)}</span>;
}
