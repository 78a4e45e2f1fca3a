import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Display, Shop } from './queries.ts';

const shopLooks = {
  proposed: 'waiting',
  approved: 'released',
  rejected: 'refused',
  closed: 'withdrawn',
} as const;
const looks = { made: 'waiting', out: 'forwarded', closed: 'released', cancelled: 'withdrawn' } as const;

export function ShopTag({ state }: { readonly state: Shop['state'] }) {
  const { t } = useTexts();
  return (
    <span className={`state state-${shopLooks[state]}`}>
      <Icon name={shopLooks[state]} />
      {t(`displays.shopStates.${state}`)}
    </span>
  );
}

/** How goods on display stand; those whose time is over say so first. */
export function DisplayTag({ state, overdue }: Pick<Display, 'state' | 'overdue'>) {
  const { t } = useTexts();
  const look = overdue ? 'held' : looks[state];
  return (
    <span className={`state state-${look}`}>
      <Icon name={look} />
      {overdue ? t('displays.overdue') : t(`displays.states.${state}`)}
    </span>
  );
}
