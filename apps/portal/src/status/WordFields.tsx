import { useTexts } from '../i18n/index.ts';
import { Field } from '../ui/form/Field.tsx';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

interface WordFieldsProps {
  readonly words: Words;
  readonly onChange: (words: Words) => void;
}

/** What is said to everybody, in both languages the platform speaks. */
export function WordFields({ words, onChange }: WordFieldsProps) {
  const { t } = useTexts();
  return (
    <>
      {(['zh', 'en'] as const).map((language) => (
        <Field key={language} id={`word-${language}`} label={t(`status.word.${language}`)} required>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={1000}
              lang={language === 'zh' ? 'zh-CN' : 'en'}
              value={words[language]}
              onChange={(event) => onChange({ ...words, [language]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </>
  );
}
