import { lazyRouteComponent } from '@tanstack/react-router';
import { type Area, loadTexts } from '../i18n/index.ts';

type Module = Record<string, unknown>;

/** A page that comes when its address is opened, its code and its texts side by side. */
export function page<M extends Module, Name extends keyof M & string>(
  load: () => Promise<M>,
  name: Name,
  ...texts: readonly Area[]
) {
  return lazyRouteComponent(async () => {
    const [module] = await Promise.all([load(), loadTexts(texts)]);
    return module as M & Record<Name, () => React.JSX.Element>;
  }, name);
}
