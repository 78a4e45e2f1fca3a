import { useMutation, useQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Said } from '../ui/Said.tsx';
import { AgencyComplaint } from './AgencyComplaint.tsx';
import { agenciesQuery, beginAgencySignIn } from './queries.ts';

/** Agencies that sign their own people in: each leads away to its own page. */
export function Agencies() {
  const { t } = useTexts();
  const { data } = useQuery(agenciesQuery());
  const beginning = useMutation({
    mutationFn: beginAgencySignIn,
    onSuccess: ({ location }) => window.location.assign(location),
  });
  if (!data || data.agencies.length === 0) return null;
  return (
    <fieldset className="sign-in-agencies">
      <legend>{t('account.agency.title')}</legend>
      {data.agencies.map(({ providerId, name }) => (
        <Button
          key={providerId}
          busy={beginning.isPending && beginning.variables === providerId}
          onClick={() => beginning.mutate(providerId)}
        >
          <Said text={name} />
        </Button>
      ))}
      <AgencyComplaint error={beginning.error} />
    </fieldset>
  );
}
