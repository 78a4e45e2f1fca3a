import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type IncidentReport, reportIncident, statusQuery } from './queries.ts';
import { WordFields } from './WordFields.tsx';

/** Reports an incident or announces planned work; times are Beijing's, as everywhere in the portal. */
export function ReportButton() {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        {t('status.report')}
      </Button>
      {open && <ReportDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function ReportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const [words, setWords] = useState({ zh: '', en: '' });
  const [level, setLevel] = useState<IncidentReport['level']>('slow');
  const [kind, setKind] = useState<'reported' | 'planned'>('reported');
  const [times, setTimes] = useState({ from: '', until: '' });
  const queryClient = useQueryClient();
  const reporting = useMutation({
    mutationFn: () =>
      reportIncident({
        level,
        word: words,
        ...(kind === 'planned'
          ? { planned: { from: beijing(times.from), until: beijing(times.until) } }
          : {}),
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: statusQuery().queryKey });
      onClose();
    },
  });
  const timed = kind === 'reported' || (times.from !== '' && times.until !== '');
  const whole = words.zh.trim() !== '' && words.en.trim() !== '' && timed;
  return (
    <Dialog
      title={t('status.report')}
      onClose={onClose}
      footer={
        <Button
          kind="primary"
          disabled={!whole}
          busy={reporting.isPending}
          onClick={() => reporting.mutate()}
        >
          {t('status.publish')}
        </Button>
      }
    >
      <Choice
        label={t('status.kindLabel')}
        value={kind}
        options={(['reported', 'planned'] as const).map((value) => ({
          value,
          label: t(`status.kind.${value}`),
        }))}
        onChange={setKind}
      />
      <Choice
        label={t('status.levelLabel')}
        value={level}
        options={(['slow', 'down'] as const).map((value) => ({ value, label: t(`status.level.${value}`) }))}
        onChange={setLevel}
      />
      {kind === 'planned' && <PlannedTimes times={times} onChange={setTimes} />}
      <WordFields words={words} onChange={setWords} />
      {reporting.error && <Trouble error={reporting.error} onRetry={() => reporting.reset()} />}
    </Dialog>
  );
}

interface Times {
  readonly from: string;
  readonly until: string;
}

interface PlannedTimesProps {
  readonly times: Times;
  readonly onChange: (times: Times) => void;
}

/** When planned work begins and is to end. */
function PlannedTimes({ times, onChange }: PlannedTimesProps) {
  const { t } = useTexts();
  return (
    <>
      {(['from', 'until'] as const).map((end) => (
        <Field key={end} id={`planned-${end}`} label={t(`status.planned.${end}`)} required>
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              value={times[end]}
              onChange={(event) => onChange({ ...times, [end]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </>
  );
}

/** `2026-03-10T22:00` on Beijing's clock as an instant. */
const beijing = (local: string): string => `${local}:00+08:00`;
