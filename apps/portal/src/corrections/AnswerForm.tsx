import { type FormEvent, useState } from 'react';
import { useTold } from '../desk/useTold.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { toast } from '../ui/toast.tsx';
import { answerCorrection, type Correction, type CorrectionAnswer, type CorrectionWords } from './queries.ts';

type Outcome = CorrectionAnswer['outcome'];
const reasons = ['right-as-it-is', 'not-yours', 'unclear', 'not-held', 'other'] as const;
type Reason = (typeof reasons)[number];

/** The answers that may fit, the one that does as things stand first; the server has the last word. */
function outcomesOf({ wish, about }: Correction, { changed }: CorrectionWords): readonly Outcome[] {
  if (wish === 'delete') return ['kept', 'refused'];
  if (wish === 'explain') return ['explained', 'refused'];
  if (!about || changed) return ['corrected', 'refused'];
  return ['noted', 'corrected', 'refused'];
}

interface AnswerFormProps {
  readonly one: Correction;
  readonly words: CorrectionWords;
  readonly onAnswered: () => void;
}

export function AnswerForm({ one, words, onAnswered }: AnswerFormProps) {
  const { t } = useTexts();
  const outcomes = outcomesOf(one, words);
  const [outcome, setOutcome] = useState<Outcome>(outcomes[0] ?? 'refused');
  const [reason, setReason] = useState<Reason>('right-as-it-is');
  const [text, setText] = useState('');
  const told = useTold();
  const id = `answer-${one.requestId}`;
  const answer = (event: FormEvent): void => {
    event.preventDefault();
    const body = { outcome, text: text.trim(), ...(outcome === 'refused' ? { reason } : {}) };
    void told(
      answerCorrection(one.requestId, body).then(() => {
        toast(t('corrections.page.sent'));
        onAnswered();
      }),
    );
  };
  return (
    <form className="form" onSubmit={answer}>
      <Field
        id={`${id}-outcome`}
        label={t('corrections.page.outcome')}
        hint={t(`corrections.outcomeHint.${outcome}`)}
        required
      >
        {(control) => (
          <select
            {...control}
            className="field"
            value={outcome}
            onChange={({ target }) => setOutcome(outcomes.find((each) => each === target.value) ?? outcome)}
          >
            {outcomes.map((each) => (
              <option key={each} value={each}>
                {t(`corrections.outcome.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {outcome === 'refused' && <ReasonField id={`${id}-reason`} reason={reason} onChange={setReason} />}
      <Field id={`${id}-text`} label={t('corrections.page.text')} required>
        {(control) => (
          <textarea
            {...control}
            className="field"
            minLength={3}
            maxLength={1000}
            rows={3}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <div className="form-actions">
        <Button kind="primary" type="submit">
          {t('corrections.page.send')}
        </Button>
      </div>
    </form>
  );
}

interface ReasonFieldProps {
  readonly id: string;
  readonly reason: Reason;
  readonly onChange: (reason: Reason) => void;
}

function ReasonField({ id, reason, onChange }: ReasonFieldProps) {
  const { t } = useTexts();
  return (
    <Field id={id} label={t('corrections.page.reason')} required>
      {(control) => (
        <select
          {...control}
          className="field"
          value={reason}
          onChange={({ target }) => onChange(reasons.find((each) => each === target.value) ?? reason)}
        >
          {reasons.map((each) => (
            <option key={each} value={each}>
              {t(`corrections.reason.${each}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
