import { type FormEvent, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { toast } from '../ui/toast.tsx';
import { answerQuestion } from './queries.ts';
import { useTold } from './useTold.ts';

interface AnswerFormProps {
  readonly of: { readonly ebpCode: string; readonly orderNo: string };
  readonly onAnswered: () => void;
}

/** The place to answer what customs asks of a list. */
export function AnswerForm({ of: { ebpCode, orderNo }, onAnswered }: AnswerFormProps) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const told = useTold();
  const answer = (event: FormEvent) => {
    event.preventDefault();
    void told(
      answerQuestion({ ebpCode, orderNo }, text).then(() => {
        toast(t('desk.questions.answered'));
        onAnswered();
      }),
    );
  };
  return (
    <form className="form" onSubmit={answer}>
      <Field id={`answer-${ebpCode}-${orderNo}`} label={t('desk.questions.answer')} required>
        {(control) => (
          <textarea
            {...control}
            className="field"
            minLength={2}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="form-actions">
        <Button kind="primary" type="submit">
          {t('desk.questions.send')}
        </Button>
      </div>
    </form>
  );
}
