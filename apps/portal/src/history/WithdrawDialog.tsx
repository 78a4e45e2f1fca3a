import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Said } from '../ui/Said.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { toast } from '../ui/toast.tsx';
import { type HandedIn, type ListKey, withdrawList } from './queries.ts';

interface WithdrawDialogProps {
  readonly of: ListKey;
  /** The version that is to be withdrawn, as the reader has seen it. */
  readonly seen: string;
  readonly onClose: () => void;
}

const shortestReason = 2;

/** Asks why a list is taken back, and says what becomes of that. */
export function WithdrawDialog({ of, seen, onClose }: WithdrawDialogProps) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const [refused, setRefused] = useState<HandedIn['findings']>();
  const why = reason.trim();
  const withdraw = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const { verdict, findings } = await withdrawList(of, seen, why);
      await queries.invalidateQueries({ queryKey: ['list', of.ebpCode, of.orderNo] });
      if (verdict === 'refused') setRefused(findings);
      else {
        toast(t('history.withdrawn'));
        onClose();
      }
    } catch (cause) {
      setError(cause as Error);
    }
    setBusy(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (why.length >= shortestReason && !busy) void withdraw();
  };
  return (
    <Dialog title={t('history.withdrawTitle', { number: of.orderNo })} onClose={onClose}>
      {refused ? (
        <Refused findings={refused} />
      ) : (
        <form className="form" onSubmit={submit}>
          <p className="quiet">{t('history.withdrawHint')}</p>
          <Field
            id="withdraw-reason"
            label={t('history.withdrawReason')}
            hint={t('history.withdrawReasonHint')}
            required
          >
            {(control) => (
              <input
                {...control}
                className="field"
                value={reason}
                maxLength={200}
                autoComplete="off"
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          {error && <Trouble error={error} onRetry={() => void withdraw()} />}
          <div className="form-actions">
            <Button onClick={onClose}>{t('app.cancel')}</Button>
            <Button type="submit" kind="danger" busy={busy} disabled={why.length < shortestReason}>
              {t('history.withdraw')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

function Refused({ findings }: { readonly findings: HandedIn['findings'] }) {
  const { t } = useTexts();
  return (
    <div role="alert">
      <p>
        <strong>{t('history.refused')}</strong>
      </p>
      <ul>
        {findings.map((finding) => (
          <li key={finding.code}>
            <Said text={finding.message} /> <Said text={finding.remedy} />
          </li>
        ))}
      </ul>
    </div>
  );
}
