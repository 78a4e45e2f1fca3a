import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Complaint } from '../account/Complaint.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Said } from '../ui/Said.tsx';
import { type AgencySignIn, confirmProvider, stopProvider, type Trial, tryProvider } from './queries.ts';

/** Each state looks like the state of a list that means as much to its reader. */
const looks = { proposed: 'waiting', active: 'released', stopped: 'refused' } as const;
const outcomes = { good: 'released', weak: 'held', bad: 'refused' } as const;

interface ProviderPanelProps {
  readonly provider: AgencySignIn;
  readonly setsUp: boolean;
  readonly confirms: boolean;
  readonly onChange: () => void;
}

/** One agency's sign-in: how it stands, what has to be entered there, and what may be done with it. */
export function ProviderPanel({ provider, setsUp, confirms, onChange }: ProviderPanelProps) {
  const { t } = useTexts();
  const { providerId, state, settings, issuer, enter } = provider;
  const [stopping, setStopping] = useState(false);
  const queryClient = useQueryClient();
  const trying = useMutation({ mutationFn: tryProvider });
  const confirming = useMutation({
    mutationFn: confirmProvider,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['agencies'] }),
  });
  return (
    <section className="panel agencies-provider" aria-labelledby={`agency-${providerId}`}>
      <div className="panel-head">
        <h2 id={`agency-${providerId}`}>
          <Said text={settings.name} />
        </h2>
        <span className={`state state-${looks[state]}`}>
          <Icon name={looks[state]} />
          {t(`agencies.states.${state}`)}
        </span>
      </div>
      <dl className="agencies-facts">
        <dt>{t('agencies.issuer')}</dt>
        <dd className="code">{issuer}</dd>
        <dt>{t('agencies.mapping')}</dt>
        <dd className="code">
          {Object.entries(settings.agencies)
            .map(([value, agency]) => `${value} = ${agency}`)
            .join(', ')}
        </dd>
        <dt>{t('agencies.enter')}</dt>
        <dd className="code">
          {Object.values(enter).map((address) => (
            <span key={address}>{address}</span>
          ))}
        </dd>
      </dl>
      <div className="agencies-deeds">
        {setsUp && (
          <>
            <Button busy={trying.isPending} onClick={() => trying.mutate(providerId)}>
              {t('agencies.try')}
            </Button>
            <Button onClick={onChange}>{t('agencies.change')}</Button>
            {state !== 'stopped' && (
              <Button kind="danger" onClick={() => setStopping(true)}>
                {t('agencies.stop')}
              </Button>
            )}
          </>
        )}
        {confirms && state === 'proposed' && (
          <Button kind="primary" busy={confirming.isPending} onClick={() => confirming.mutate(provider)}>
            {t('agencies.confirm')}
          </Button>
        )}
      </div>
      <Complaint error={trying.error ?? confirming.error} />
      {trying.data && <Steps trial={trying.data} />}
      {stopping && <StopDialog providerId={providerId} onClose={() => setStopping(false)} />}
    </section>
  );
}

function Steps({ trial }: { readonly trial: Trial }) {
  const { t } = useTexts();
  return (
    <ul className="agencies-steps" role="status">
      {trial.steps.map(({ step, went, seen }) => (
        <li key={step}>
          <span className={`state state-${outcomes[went]}`}>
            <Icon name={outcomes[went]} />
            {t(`agencies.went.${went}`)}
          </span>{' '}
          {t(`agencies.steps.${step}`)} <span className="code quiet">{seen}</span>
        </li>
      ))}
    </ul>
  );
}

function StopDialog({ providerId, onClose }: { readonly providerId: string; readonly onClose: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const queryClient = useQueryClient();
  const stopping = useMutation({
    mutationFn: stopProvider,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['agencies'] });
      onClose();
    },
  });
  return (
    <Confirm
      danger
      title={t('agencies.stop')}
      deed={t('agencies.stop')}
      onConfirm={() => stopping.mutateAsync({ providerId, reason }).catch(() => undefined)}
      onClose={onClose}
    >
      <p>{t('agencies.stopHint')}</p>
      <Field id="stop-reason" label={t('agencies.reason')} required>
        {(control) => (
          <input
            {...control}
            className="field"
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <Complaint error={stopping.error} />
    </Confirm>
  );
}
