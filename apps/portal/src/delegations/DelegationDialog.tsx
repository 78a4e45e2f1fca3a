import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionAllows } from '../api/session.ts';
import type { Session } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Moment } from '../ui/Moment.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { Firm } from './DelegationsTable.tsx';
import { type Act, actOn, type Delegation, delegationQuery } from './queries.ts';
import { Standing } from './Standing.tsx';

interface DelegationDialogProps {
  readonly delegationId: string;
  readonly session: Session;
  readonly onClose: () => void;
}

/** One delegation: what it covers, what was done with it, and what one can do with it. */
export function DelegationDialog({ delegationId, session, onClose }: DelegationDialogProps) {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(delegationQuery(delegationId));
  return (
    <Dialog title={t('delegations.one', { number: data?.paperNo ?? '' })} onClose={onClose}>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[60, 100, 80]} />}
      {data && (
        <>
          <Standing standing={data.standing} />
          <dl className="delegations-facts">
            <dt>{t('delegations.principal')}</dt>
            <dd>
              <Firm firm={data.principal} />
            </dd>
            <dt>{t('delegations.agent')}</dt>
            <dd>
              <Firm firm={data.agent} />
            </dd>
            <dt>{t('delegations.kinds')}</dt>
            <dd>{data.kinds.map((kind) => t(`delegations.kind.${kind}`)).join(t('delegations.and'))}</dd>
            <dt>{t('delegations.term')}</dt>
            <dd>
              {data.fromDay} – {data.toDay}
            </dd>
            {data.paperPlace && (
              <>
                <dt>{t('delegations.paperPlace')}</dt>
                <dd>{data.paperPlace}</dd>
              </>
            )}
          </dl>
          <Steps delegation={data} />
          <Acts key={data.standing} delegation={data} session={session} />
        </>
      )}
    </Dialog>
  );
}

/** What was done with it, the first first. */
function Steps({ delegation }: { readonly delegation: Delegation }) {
  const { t } = useTexts();
  return (
    <section aria-labelledby="delegation-steps">
      <h3 id="delegation-steps">{t('delegations.steps')}</h3>
      <ol className="delegations-steps">
        {(delegation.steps ?? []).map(({ number, at, act, enterprise, reason }) => (
          <li key={number}>
            <Moment at={at} /> <span className="code">{enterprise}</span> {t(`delegations.done.${act}`)}
            {reason && <q>{reason}</q>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What this side may do with it now; the server says whether it may. */
function actsFor({ standing, principal, agent }: Delegation, session: Session): readonly Act[] {
  const own = session.enterprise?.code;
  const may = (action: string) => sessionAllows(session, { resource: 'delegations', action });
  if (standing === 'proposed' && own === agent.code && may('answer')) return ['decline', 'accept'];
  if (standing === 'proposed' && own === principal.code && may('give')) return ['withdraw'];
  const one = own === agent.code || own === principal.code;
  return (standing === 'active' || standing === 'waiting') && one && may('end') ? ['end'] : [];
}

function Acts({ delegation, session }: { readonly delegation: Delegation; readonly session: Session }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const queryClient = useQueryClient();
  const acting = useMutation({
    mutationFn: (act: Act) => actOn(delegation.delegationId, act, reason.trim()),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['delegations'] });
      await queryClient.invalidateQueries({ queryKey: ['delegation', delegation.delegationId] });
    },
  });
  const acts = actsFor(delegation, session);
  if (acts.length === 0) return null;
  const needsReason = acts.some((act) => act === 'decline' || act === 'end');
  return (
    <div className="form">
      {needsReason && (
        <Field id="delegation-reason" label={t('delegations.reason')} hint={t('delegations.reasonHint')}>
          {(control) => (
            <input
              {...control}
              className="field"
              value={reason}
              maxLength={200}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      )}
      {acting.error && <Trouble error={acting.error} onRetry={() => acting.reset()} />}
      <div className="form-actions">
        {acts.map((act) => (
          <Button
            key={act}
            kind={act === 'accept' ? 'primary' : act === 'withdraw' ? 'plain' : 'danger'}
            disabled={(act === 'decline' || act === 'end') && reason.trim() === ''}
            busy={acting.isPending}
            onClick={() => acting.mutate(act)}
          >
            {t(`delegations.act.${act}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
