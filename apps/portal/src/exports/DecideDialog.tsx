import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Said } from '../ui/Said.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { decideExport, type ExportDetail, type ExportRow, type NewDecision } from './queries.ts';

type Offered = NonNullable<ExportDetail['acts']>[number];

interface DecideDialogProps {
  readonly act: NewDecision['act'];
  /** What the table has for the act. */
  readonly reasons: Offered['reasons'];
  /** Why another officer has to confirm it, where one has to. */
  readonly fourEyes?: Offered['fourEyes'];
  readonly list: ExportRow;
  readonly onClose: () => void;
}

/** An officer decides a held list, with a reason that its sender reads. */
export function DecideDialog({ act, reasons, fourEyes, list, onClose }: DecideDialogProps) {
  const { t } = useTexts();
  const [saying, setSaying] = useState<Saying>({ reason: '', note: '' });
  const { reason, note } = saying;
  const queryClient = useQueryClient();
  const { orderNo, ebpCode, ebcCode, attempt, step } = list;
  const deciding = useMutation({
    mutationFn: () =>
      decideExport(
        { orderNo, ebpCode, ebcCode },
        { act, reason, attempt, step, ...(note.trim() === '' ? {} : { note }) },
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['exports'] });
      onClose();
    },
  });
  return (
    <Dialog
      title={`${t(`exports.acts.${act}`)} ${orderNo}`}
      onClose={onClose}
      footer={
        <Button
          kind="primary"
          disabled={reason === ''}
          busy={deciding.isPending}
          onClick={() => deciding.mutate()}
        >
          {fourEyes ? t('exports.eyes.propose') : t(`exports.acts.${act}`)}
        </Button>
      }
    >
      <p className="quiet">{t('exports.actHint')}</p>
      {fourEyes && (
        <p>
          <Said text={fourEyes} />
        </p>
      )}
      <Reasons reasons={reasons} value={saying} onChange={setSaying} />
      {deciding.error && <Trouble error={deciding.error} onRetry={() => deciding.reset()} />}
    </Dialog>
  );
}

interface Saying {
  readonly reason: string;
  readonly note: string;
}

interface ReasonsProps {
  readonly reasons: Offered['reasons'];
  readonly value: Saying;
  readonly onChange: (saying: Saying) => void;
}

/** The reason, chosen from the table, and what is said besides. */
function Reasons({ reasons, value, onChange }: ReasonsProps) {
  const { t, say } = useTexts();
  return (
    <>
      <Field id="export-reason" label={t('exports.reason')} required>
        {(control) => (
          <select
            {...control}
            className="field"
            value={value.reason}
            onChange={({ target }) => onChange({ ...value, reason: target.value })}
          >
            <option value="" disabled>
              {t('exports.choose')}
            </option>
            {reasons.map(({ code, ...words }) => (
              <option key={code} value={code}>
                {say(words)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="export-note" label={t('exports.note')}>
        {(control) => (
          <input
            {...control}
            className="field"
            maxLength={200}
            autoComplete="off"
            value={value.note}
            onChange={({ target }) => onChange({ ...value, note: target.value })}
          />
        )}
      </Field>
    </>
  );
}
