import { useTexts } from '../i18n/index.ts';
import { Skeleton } from '../ui/Skeleton.tsx';

/** A page whose code is still on its way. */
export function Coming() {
  const { t } = useTexts();
  return <Skeleton label={t('app.loading')} bars={[30, 100, 96, 98, 92]} />;
}
