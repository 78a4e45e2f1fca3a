import { useState } from 'react';
import { useTold } from '../desk/useTold.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { type Correction, type CorrectionWords, openCorrection } from './queries.ts';

interface OpenedRequestProps {
  readonly one: Correction;
  readonly onAnswered: () => void;
}

/** What a person has written, once it is opened on record; with it the answer can be given. */
export function OpenedRequest({ one, onAnswered }: OpenedRequestProps) {
  const { t } = useTexts();
  const [words, setWords] = useState<CorrectionWords>();
  const told = useTold();
  const open = () => void told(openCorrection(one.requestId).then(setWords));
  if (!words)
    return (
      <p>
        <Button onClick={open}>{t('corrections.page.show')}</Button>{' '}
        <span className="quiet">{t('corrections.page.showHint')}</span>
      </p>
    );
  const { text, value, present, changeable, changed, answer, answerValue } = words;
  return (
    <>
      <dl className="corrections-words">
        <Fact name={t('corrections.page.written')} value={text} />
        <Fact name={t('corrections.page.wanted')} value={value} />
        <Fact name={t('corrections.page.present')} value={present} />
        <Fact name={t('corrections.page.answer')} value={answer} />
        <Fact name={t('persons.right')} value={answerValue} />
      </dl>
      {one.state === 'open' && one.about && one.wish === 'correct' && (
        <p className="quiet">
          {t(
            changed
              ? 'corrections.page.changed'
              : changeable
                ? 'corrections.page.changeable'
                : 'corrections.page.decided',
          )}
        </p>
      )}
      {one.state === 'open' && <AnswerForm one={one} words={words} onAnswered={onAnswered} />}
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | undefined }) {
  if (value === undefined) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd lang="zh-CN">{value}</dd>
    </div>
  );
}
