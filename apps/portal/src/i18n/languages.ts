/**
 * The languages of the portal in the order they are offered, each by its own name. `formats` is for Intl: figures stand in
 * European digits and years are those of the papers, whatever a language would write by itself.
 */
export const languages = {
  zh: { name: '中文', locale: 'zh-CN', formats: 'zh-CN' },
  en: { name: 'English', locale: 'en-GB', formats: 'en-GB' },
  th: { name: 'ไทย', locale: 'th-TH', formats: 'th-TH-u-ca-gregory-nu-latn' },
  vi: { name: 'Tiếng Việt', locale: 'vi-VN', formats: 'vi-VN' },
  lo: { name: 'ລາວ', locale: 'lo-LA', formats: 'lo-LA-u-nu-latn' },
  my: { name: 'မြန်မာ', locale: 'my-MM', formats: 'my-MM-u-nu-latn' },
} as const;

export type Language = keyof typeof languages;

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(languages, value);
}
