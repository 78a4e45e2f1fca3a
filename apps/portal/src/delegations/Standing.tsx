import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Delegation } from './queries.ts';

/** Each standing looks like the state of a list that means as much to its reader. */
const looks = {
  proposed: 'held',
  waiting: 'waiting',
  active: 'released',
  expired: 'withdrawn',
  declined: 'refused',
  withdrawn: 'withdrawn',
  ended: 'refused',
} as const;

export function Standing({ standing }: { readonly standing: Delegation['standing'] }) {
  const { t } = useTexts();
  return (
    <span className={`state state-${looks[standing]}`}>
      <Icon name={looks[standing]} />
      {t(`delegations.standings.${standing}`)}
    </span>
  );
}
