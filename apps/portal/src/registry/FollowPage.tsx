import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { followApplication } from './applications.ts';
import { RegistryState } from './pieces.tsx';

/** How an application stands that was made without an account: for whoever has its number and its ticket. */
export function FollowPage() {
  const { t } = useTexts();
  const [filingId, setFilingId] = useState('');
  const [ticket, setTicket] = useState('');
  const following = useMutation({ mutationFn: followApplication });
  const standing = following.data;
  return (
    <div className="registry-page">
      <PageHead title={t('registry.apply.follow')} intro={t('registry.apply.followIntro')}>
        <Link className="button button-plain" to="/apply">
          {t('registry.apply.title')}
        </Link>
      </PageHead>
      <form
        className="panel form"
        onSubmit={(event) => {
          event.preventDefault();
          following.mutate({ filingId: filingId.trim(), ticket: ticket.trim() });
        }}
      >
        <Field id="apply-number" label={t('registry.apply.number')} required>
          {(control) => (
            <input
              {...control}
              className="field code"
              autoComplete="off"
              value={filingId}
              onChange={(event) => setFilingId(event.target.value)}
            />
          )}
        </Field>
        <Field id="apply-ticket" label={t('registry.apply.ticket')} required>
          {(control) => (
            <input
              {...control}
              className="field code"
              autoComplete="off"
              maxLength={100}
              value={ticket}
              onChange={(event) => setTicket(event.target.value)}
            />
          )}
        </Field>
        <div>
          <Button kind="primary" type="submit" busy={following.isPending}>
            {t('registry.apply.look')}
          </Button>
        </div>
      </form>
      {following.error && <Trouble error={following.error} onRetry={() => following.reset()} />}
      {standing && (
        <section className="panel" role="status">
          <p>
            <RegistryState state={standing.state} /> <Moment at={standing.changedAt} />
          </p>
          {standing.reasons && <p>{t('registry.reasonsGiven', { reasons: standing.reasons })}</p>}
          {standing.state === 'returned' && <p>{t('registry.apply.again')}</p>}
          {standing.state === 'approved' && <p>{t('registry.apply.approved')}</p>}
        </section>
      )}
    </div>
  );
}
