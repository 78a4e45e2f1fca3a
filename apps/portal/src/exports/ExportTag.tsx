import { useTexts } from '../i18n/index.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import type { ExportState } from './queries.ts';

/** The tone and the sign of a state; several share one. */
const looks: Readonly<
  Record<ExportState, IconName & ('released' | 'held' | 'refused' | 'waiting' | 'forwarded' | 'withdrawn')>
> = {
  saved: 'withdrawn',
  waiting: 'waiting',
  forwarded: 'forwarded',
  concluded: 'forwarded',
  released: 'released',
  held: 'held',
  refused: 'refused',
  withdrawn: 'withdrawn',
  cancelled: 'withdrawn',
  closed: 'released',
};

/** The state of an export list, told thrice: by colour, sign and word. */
export function ExportTag({
  state,
  large = false,
}: {
  readonly state: ExportState;
  readonly large?: boolean;
}) {
  const { t } = useTexts();
  return (
    <span className={`state state-${looks[state]}${large ? ' state-large' : ''}`}>
      <Icon name={looks[state]} />
      {t(`exports.states.${state}`)}
    </span>
  );
}
