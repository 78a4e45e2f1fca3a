import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { Ago } from '../ui/Moment.tsx';
import type { Link } from './queries.ts';

/** Each standing looks like the state of a list that means as much to its reader. */
const looks = { resting: 'withdrawn', asked: 'waiting', deciding: 'released', paused: 'held' } as const;

/** How a link stands, and since when it does not answer. */
export function Standing({ link }: { readonly link: Link }) {
  const { t } = useTexts();
  const { standing, failingSince, fault } = link;
  return (
    <>
      <span className={`state state-${looks[standing]}`}>
        <Icon name={looks[standing]} />
        {t(`linked.standing.${standing}`)}
      </span>{' '}
      {failingSince && (
        <span className="linked-failing">
          {t('linked.failing')} <Ago at={failingSince} /> · <code>{fault}</code>
        </span>
      )}
    </>
  );
}
