import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import type { AgencyQuestion } from './queries.ts';

const looks = {
  waiting: ['state-waiting', 'waiting'],
  positive: ['state-released', 'released'],
  negative: ['state-refused', 'refused'],
  void: ['state-withdrawn', 'withdrawn'],
} as const;

/** How an agency stands to a list, by word, colour and sign. */
export function Standing({ state }: { readonly state: AgencyQuestion['state'] }) {
  const { t } = useTexts();
  const [look, icon] = looks[state];
  return (
    <span className={`state ${look}`}>
      <Icon name={icon} />
      {t(`consents.state.${state}`)}
    </span>
  );
}

/** Name of an agency in the reader's language; one we do not know stays as it is told. */
export function AgencyName({ agency }: { readonly agency: string }) {
  const { t } = useTexts();
  switch (agency) {
    case 'customs':
    case 'tax':
    case 'market':
    case 'commerce':
    case 'public-security':
    case 'post':
    case 'forex':
      return <>{t(`consents.agency.${agency}`)}</>;
    default:
      return <>{agency}</>;
  }
}
