import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Ago, Moment } from '../ui/Moment.tsx';
import { Said } from '../ui/Said.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import {
  confirmExportProposal,
  type ExportDetail,
  type ExportKey,
  type ExportProposal,
  rejectExportProposal,
} from './queries.ts';

interface ProposalsProps {
  readonly detail: ExportDetail;
  /** Whether whoever looks decides on export lists. */
  readonly decides: boolean;
}

/** What one officer proposes for another to confirm, and what became of earlier proposals. */
export function Proposals({ detail: { proposals = [], list }, decides }: ProposalsProps) {
  const { t } = useTexts();
  if (proposals.length === 0) return null;
  const { orderNo, ebpCode, ebcCode } = list;
  return (
    <section className="panel">
      <h2>{t('exports.eyes.title')}</h2>
      <ol className="exports-history">
        {proposals.map((one) => (
          <li key={one.number}>
            <Told proposal={one} />
            {decides && one.state === 'open' && (
              <SecondOfficer at={{ orderNo, ebpCode, ebcCode }} proposal={one} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Told({ proposal }: { readonly proposal: ExportProposal }) {
  const { t } = useTexts();
  const { act, by, mine, at, reason, note, fourEyes, state, answered } = proposal;
  return (
    <>
      <strong>{t('exports.eyes.proposes', { by: mine ? t('exports.eyes.me') : by })}</strong>{' '}
      {t(`exports.acts.${act}`)} · <Said text={reason} /> {note} (<Ago at={at} />)
      <p className="quiet">
        {t(`exports.eyes.states.${state}`, { by: answered?.by ?? '' })}
        {answered && (
          <>
            {' '}
            <Moment at={answered.at} /> {answered.note}
          </>
        )}
      </p>
      {state === 'open' && (
        <p className="quiet">
          <Said text={fourEyes} />
        </p>
      )}
    </>
  );
}

/** Another officer confirms or rejects; who proposed it may only take it back. */
function SecondOfficer({ at, proposal }: { readonly at: ExportKey; readonly proposal: ExportProposal }) {
  const { t } = useTexts();
  const [note, setNote] = useState('');
  const queryClient = useQueryClient();
  const { number, mine } = proposal;
  const answering = useMutation({
    mutationFn: async (answer: 'confirm' | 'reject') => {
      if (answer === 'confirm') await confirmExportProposal(at, { proposal: number });
      else await rejectExportProposal(at, { proposal: number, ...(note.trim() === '' ? {} : { note }) });
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['exports'] }),
  });
  return (
    <>
      {!mine && (
        <Field id="export-answer" label={t('exports.eyes.why')}>
          {(control) => (
            <input
              {...control}
              className="field"
              maxLength={200}
              autoComplete="off"
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
      )}
      <div className="form-actions">
        {!mine && (
          <Button kind="primary" busy={answering.isPending} onClick={() => answering.mutate('confirm')}>
            {t('exports.eyes.confirm')}
          </Button>
        )}
        <Button busy={answering.isPending} onClick={() => answering.mutate('reject')}>
          {t(mine ? 'exports.eyes.takeBack' : 'exports.eyes.reject')}
        </Button>
      </div>
      {answering.error && <Trouble error={answering.error} onRetry={() => answering.reset()} />}
    </>
  );
}
