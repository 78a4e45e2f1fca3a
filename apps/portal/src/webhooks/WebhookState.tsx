import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import type { DeliveryState, Webhook } from './queries.ts';

/** Each state looks like the state of a list that means as much to its reader. */
const looks = {
  active: 'released',
  paused: 'withdrawn',
  disabled: 'refused',
  waiting: 'waiting',
  delivered: 'released',
  failed: 'refused',
} as const;

/** How a webhook or one of its deliveries is: colour, sign and word. */
export function WebhookState({ state }: { readonly state: Webhook['state'] | DeliveryState }) {
  const { t } = useTexts();
  return (
    <span className={`state state-${looks[state]}`}>
      <Icon name={looks[state]} />
      {t(`webhooks.states.${state}`)}
    </span>
  );
}
