import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { changed, giveSlotUp, type Inspection, tellNoShow } from './queries.ts';

const deeds = { giveUp: giveSlotUp, noShow: tellNoShow } as const;
type Deed = keyof typeof deeds;

/** What the reader may do with an inspection now. */
export function Deeds({ inspection: { inspectionId, state } }: { readonly inspection: Inspection }) {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const [deed, setDeed] = useState<Deed>();
  const may = (action: 'book' | 'record') =>
    session !== undefined && sessionAllows(session, { resource: 'inspections', action });
  const toCome = state === 'waiting' || state === 'booked';
  return (
    <>
      {state === 'booked' && may('record') && (
        <Button onClick={() => setDeed('noShow')}>{t('inspections.noShow')}</Button>
      )}
      {state === 'booked' && may('book') && (
        <Button onClick={() => setDeed('giveUp')}>{t('inspections.giveUp')}</Button>
      )}
      {(toCome || state === 'begun') && may('record') && (
        <Link
          className="button button-primary"
          to="/inspections/$inspectionId/visit"
          params={{ inspectionId }}
        >
          {t('inspections.visit')}
        </Link>
      )}
      {toCome && may('book') && (
        <Link className="button button-primary" to="/inspections/calendar" search={{ order: inspectionId }}>
          {t(state === 'booked' ? 'inspections.rebook' : 'inspections.book')}
        </Link>
      )}
      {deed && <DeedDialog deed={deed} inspectionId={inspectionId} onClose={() => setDeed(undefined)} />}
    </>
  );
}

interface DeedDialogProps {
  readonly deed: Deed;
  readonly inspectionId: string;
  readonly onClose: () => void;
}

function DeedDialog({ deed, inspectionId, onClose }: DeedDialogProps) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const doing = useMutation({
    mutationFn: () => deeds[deed](inspectionId),
    onSuccess: async () => {
      for (const queryKey of changed) await queryClient.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <Confirm
      title={t(`inspections.${deed}`)}
      deed={t(`inspections.${deed}`)}
      danger
      onConfirm={() => doing.mutateAsync().catch(() => undefined)}
      onClose={onClose}
    >
      <p>{t(`inspections.${deed}Hint`)}</p>
      {doing.error && <Trouble error={doing.error} onRetry={() => doing.reset()} />}
    </Confirm>
  );
}
