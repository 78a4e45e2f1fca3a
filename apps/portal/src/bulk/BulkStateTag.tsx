import { useTexts } from '../i18n/index.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import type { BulkState } from './queries.ts';

const looks = {
  uploading: ['waiting', 'waiting'],
  reading: ['forwarded', 'forwarded'],
  read: ['held', 'held'],
  'handing-in': ['forwarded', 'forwarded'],
  done: ['released', 'released'],
  unreadable: ['refused', 'refused'],
  cancelled: ['withdrawn', 'withdrawn'],
} as const satisfies Readonly<Record<BulkState, readonly [tone: string, icon: IconName]>>;

/** Where a file stands, by colour, sign and word. */
export function BulkStateTag({ state }: { readonly state: BulkState }) {
  const { t } = useTexts();
  const [tone, icon] = looks[state];
  return (
    <span className={`state tone-${tone}`}>
      <Icon name={icon} />
      {t(`bulk.state.${state}`)}
    </span>
  );
}
