import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Keys } from './Keys.tsx';
import { Navigation } from './Navigation.tsx';
import type { Overlaid } from './overlaid.ts';
import { Palette } from './Palette.tsx';

interface OverlayProps {
  readonly overlaid: Overlaid;
  readonly onClose: () => void;
}

export function Overlay({ overlaid, onClose }: OverlayProps) {
  const { t } = useTexts();
  if (overlaid === 'navigation')
    return (
      <Dialog title={t('app.menu')} shape="drawer" onClose={onClose}>
        <Navigation onGo={onClose} />
      </Dialog>
    );
  if (overlaid === 'keys')
    return (
      <Dialog title={t('app.shortcuts')} onClose={onClose}>
        <Keys />
      </Dialog>
    );
  return (
    <Dialog title={t('app.palette.title')} onClose={onClose}>
      <Palette onDone={onClose} />
    </Dialog>
  );
}
