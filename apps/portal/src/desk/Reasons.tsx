import { useTexts } from '../i18n/index.ts';
import { Field } from '../ui/form/Field.tsx';
import type { CaseDetail, Saying } from './queries.ts';

interface ReasonsProps {
  readonly reasons: CaseDetail['reasons'];
  /** Whose reasons: an act, `ask` or `undo`. */
  readonly act: string;
  readonly value: Saying;
  readonly onChange: (value: Saying) => void;
}

/** Why: a reason of the table, and what is to be said besides. */
export function Reasons({ reasons, act, value, onChange }: ReasonsProps) {
  const { t, say } = useTexts();
  const fitting = reasons.filter((reason) => reason.act === act);
  return (
    <div className="form">
      <Field id="desk-reason" label={t('desk.reason')} required>
        {(control) => (
          <select
            {...control}
            className="field"
            value={value.reason}
            onChange={(event) => onChange({ ...value, reason: event.target.value })}
          >
            {fitting.map((reason) => (
              <option key={reason.code} value={reason.code}>
                {reason.status ? `${reason.status} ` : ''}
                {say(reason)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="desk-note" label={t('desk.note')} hint={t('desk.noteHint')}>
        {(control) => (
          <textarea
            {...control}
            className="field"
            maxLength={500}
            value={value.note}
            onChange={(event) => onChange({ ...value, note: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}

/** The first reason of an act, which is chosen until another is. */
export const firstReason = (reasons: CaseDetail['reasons'], act: string): Saying => ({
  reason: reasons.find((reason) => reason.act === act)?.code ?? '',
  note: '',
});
