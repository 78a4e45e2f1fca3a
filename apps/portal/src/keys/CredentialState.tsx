import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import type { ApiKey, ClientCertificate } from './queries.ts';

/** Each state looks like the state of a list that means as much to its reader. */
const looks = {
  active: 'released',
  ending: 'held',
  unproven: 'waiting',
  expired: 'withdrawn',
  revoked: 'refused',
} as const;

export function CredentialState({ state }: { readonly state: ApiKey['state'] | ClientCertificate['state'] }) {
  const { t } = useTexts();
  return (
    <span className={`state state-${looks[state]}`}>
      <Icon name={looks[state]} />
      {t(`keys.states.${state}`)}
    </span>
  );
}
