import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Field } from '../ui/form/Field.tsx';
import { DeedDialog } from './DeedDialog.tsx';
import { decide, noteArrival, type ReturnDetail, withdrawReturn } from './queries.ts';

interface CaseProps {
  readonly detail: ReturnDetail;
  readonly onClose: () => void;
}

/** Takes a return back that is not there yet. */
export function WithdrawalDialog({ detail: { file }, onClose }: CaseProps) {
  const { t } = useTexts();
  return (
    <DeedDialog
      title={t('returns.deeds.withdraw')}
      hint={t('returns.hints.withdraw')}
      danger
      whole
      onSend={() => withdrawReturn(file.returnNo, file.revision)}
      onClose={onClose}
    >
      {null}
    </DeedDialog>
  );
}

/** Customs lets a list be cancelled or taxed goods go, or refuses. */
export function VerdictDialog({
  detail: { file },
  verdict,
  onClose,
}: CaseProps & { readonly verdict: 'accepted' | 'refused' }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const deed = verdict === 'refused' ? 'refuse' : file.kind === 'return' ? 'release' : 'accept';
  return (
    <DeedDialog
      title={t(`returns.deeds.${deed}`)}
      hint={t(`returns.hints.${deed}`)}
      danger={verdict === 'refused'}
      whole={reason.trim() !== ''}
      onSend={() => decide(file.returnNo, { revision: file.revision, verdict, reason })}
      onClose={onClose}
    >
      <Field id="return-reason" label={t('returns.reason')} required>
        {(control) => (
          <textarea
            {...control}
            className="field"
            rows={3}
            maxLength={1000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
    </DeedDialog>
  );
}

/** Notes the day goods were back. */
export function ArrivalDialog({ detail: { file }, onClose }: CaseProps) {
  const { t } = useTexts();
  const [arrivedOn, setArrivedOn] = useState('');
  return (
    <DeedDialog
      title={t('returns.deeds.arrive')}
      hint={t('returns.hints.arrive', { day: file.arriveBy ?? '' })}
      whole={arrivedOn !== ''}
      onSend={() => noteArrival(file.returnNo, { revision: file.revision, arrivedOn })}
      onClose={onClose}
    >
      <Field id="return-arrived" label={t('returns.arrivedOn')} required>
        {(control) => (
          <input
            {...control}
            className="field"
            type="date"
            value={arrivedOn}
            onChange={({ target }) => setArrivedOn(target.value)}
          />
        )}
      </Field>
    </DeedDialog>
  );
}
