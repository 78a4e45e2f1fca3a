import { useTexts } from '../i18n/index.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import type { Application, Month, Summary } from './queries.ts';

type Shown = Month['standing'] | Application['state'] | Summary['state'];

const looks = {
  done: ['released', 'released'],
  open: ['waiting', 'waiting'],
  due: ['held', 'waiting'],
  overdue: ['refused', 'warning'],
  applied: ['waiting', 'waiting'],
  claimed: ['forwarded', 'forwarded'],
  'summed-up': ['released', 'released'],
  empty: ['withdrawn', 'withdrawn'],
  withdrawn: ['withdrawn', 'withdrawn'],
  declared: ['released', 'released'],
  cancelled: ['refused', 'refused'],
} as const satisfies Readonly<Record<Shown, readonly [tone: string, icon: IconName]>>;

/** How a month, an application or a summary stands, by colour, sign and word. */
export function Standing({ standing }: { readonly standing: Shown }) {
  const { t } = useTexts();
  const [tone, icon] = looks[standing];
  return (
    <span className={`state tone-${tone}`}>
      <Icon name={icon} />
      {t(`summaries.states.${standing}`)}
    </span>
  );
}
