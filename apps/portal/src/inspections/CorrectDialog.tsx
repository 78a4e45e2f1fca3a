import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { PickField, WordsField } from './Fields.tsx';
import { changed, type Hold, proposeCorrection, tablesQuery } from './queries.ts';

interface CorrectDialogProps {
  readonly inspectionId: string;
  /** Whose result is to be another one. */
  readonly hold: Hold;
  readonly onClose: () => void;
}

/** Proposes that a signed result be another one; another officer confirms it. */
export function CorrectDialog({ inspectionId, hold, onClose }: CorrectDialogProps) {
  const { t, say } = useTexts();
  const queryClient = useQueryClient();
  const { data: tables } = useQuery(tablesQuery());
  const [entryId] = useState(() => crypto.randomUUID());
  const [verdict, setVerdict] = useState<'conforming' | 'nonconforming'>(
    hold.state === 'conforming' ? 'nonconforming' : 'conforming',
  );
  const [reason, setReason] = useState('');
  const [texts, setTexts] = useState({ found: '', why: '' });
  const bad = verdict === 'nonconforming';
  const proposing = useMutation({
    mutationFn: () =>
      proposeCorrection(inspectionId, {
        ...{ entryId, orderNo: hold.orderNo, ebpCode: hold.ebpCode, agency: hold.agency },
        ...{ ground: hold.ground.code, verdict, found: texts.found.trim(), why: texts.why.trim() },
        ...(bad ? { reason } : {}),
      }),
    onSuccess: async () => {
      for (const queryKey of changed) await queryClient.invalidateQueries({ queryKey });
      onClose();
    },
  });
  const whole = texts.why.trim() !== '' && !(bad && reason === '');
  return (
    <Dialog
      title={t('inspections.takeBack')}
      onClose={onClose}
      footer={
        <Button
          kind="primary"
          disabled={!whole}
          busy={proposing.isPending}
          onClick={() => proposing.mutate()}
        >
          {t('inspections.takeBack')}
        </Button>
      }
    >
      <p className="quiet">{t('inspections.takeBackHint')}</p>
      <Choice
        label={t('inspections.verdict')}
        value={verdict}
        options={(['conforming', 'nonconforming'] as const).map((value) => ({
          ...{ value, label: t(`inspections.holdStates.${value}`) },
        }))}
        onChange={setVerdict}
      />
      {bad && (
        <PickField
          id="correction-fault"
          label={t('inspections.fault')}
          value={reason}
          options={[
            { value: '', text: t('inspections.pickFault') },
            ...(tables?.faults ?? []).map((fault) => ({ value: fault.code, text: say(fault) })),
          ]}
          onPick={setReason}
        />
      )}
      <Words texts={texts} onWrite={setTexts} />
      {proposing.error && <Trouble error={proposing.error} onRetry={() => proposing.reset()} />}
    </Dialog>
  );
}

interface Texts {
  readonly found: string;
  readonly why: string;
}

interface WordsProps {
  readonly texts: Texts;
  readonly onWrite: (texts: Texts) => void;
}

/** What was found, and why the result is to be another one. */
function Words({ texts, onWrite }: WordsProps) {
  const { t } = useTexts();
  return (['found', 'why'] as const).map((name) => (
    <WordsField
      key={name}
      id={`correction-${name}`}
      label={t(name === 'why' ? 'inspections.correctionWhy' : 'inspections.found')}
      required={name === 'why'}
      value={texts[name]}
      onWrite={(words) => onWrite({ ...texts, [name]: words })}
    />
  ));
}
