import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import type { CertificateState } from './states.ts';

const looks = {
  filed: 'waiting',
  accepted: 'released',
  refused: 'refused',
  withdrawn: 'withdrawn',
} as const satisfies Readonly<Record<CertificateState, string>>;

interface CertificateTagProps {
  readonly state: CertificateState;
  readonly large?: boolean;
}

/** How a certificate stands. */
export function CertificateTag({ state, large = false }: CertificateTagProps) {
  const { t } = useTexts();
  return (
    <span className={`state state-${looks[state]}${large ? ' state-large' : ''}`}>
      <Icon name={looks[state]} />
      {t(`certificates.states.${state}`)}
    </span>
  );
}
