import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { AgencyName } from '../consents/Standing.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Moment } from '../ui/Moment.tsx';
import { Said } from '../ui/Said.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { changed, confirmCorrection, type Inspection } from './queries.ts';
import { HoldTag } from './StateTag.tsx';

/** Signed results that are taken back: what each is to be instead and why, and which wait for another officer. */
export function Corrections({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const queryClient = useQueryClient();
  const { inspectionId, corrections } = inspection;
  const records =
    session !== undefined && sessionAllows(session, { resource: 'inspections', action: 'record' });
  const confirming = useMutation({
    mutationFn: (entryId: string) => confirmCorrection(inspectionId, entryId),
    onSuccess: async () => {
      for (const queryKey of changed) await queryClient.invalidateQueries({ queryKey });
    },
  });
  if (corrections.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('inspections.corrections')}</h2>
      <ul className="inspections-holds">
        {corrections.map(({ entryId, orderNo, agency, verdict, reason, found, why, at, confirmedAt }) => (
          <li key={entryId}>
            <p>
              <span className="code">{orderNo}</span>{' '}
              <strong>
                <AgencyName agency={agency} />
              </strong>{' '}
              <HoldTag state={verdict} /> {reason && <Said text={reason} />} <span lang="zh">{found}</span>
            </p>
            <p>
              <span lang="zh">{why}</span>{' '}
              <span className="quiet">
                <Moment at={confirmedAt ?? at} />
              </span>
            </p>
            {confirmedAt === undefined && <p>{t('inspections.correctionWaits')}</p>}
            {confirmedAt === undefined && records && (
              <Button small busy={confirming.isPending} onClick={() => confirming.mutate(entryId)}>
                {t('inspections.confirmCorrection')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {confirming.error && <Trouble error={confirming.error} onRetry={() => confirming.reset()} />}
    </section>
  );
}
