import type { ListState } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from './Icon.tsx';

/** A list's state, told thrice: by colour, sign and word. */
export function StateTag({ state, large = false }: { readonly state: ListState; readonly large?: boolean }) {
  const { t } = useTexts();
  return (
    <span className={`state state-${state}${large ? ' state-large' : ''}`}>
      <Icon name={state} />
      {t(`app.state.${state}`)}
    </span>
  );
}
