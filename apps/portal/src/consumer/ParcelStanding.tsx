import type { Bilingual } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { Said } from '../ui/Said.tsx';
import type { Parcel } from './queries.ts';

/** Which sign and colour of a list's states a parcel's has. */
const tones = {
  announced: 'waiting',
  checking: 'waiting',
  'with-customs': 'waiting',
  held: 'held',
  released: 'released',
  returned: 'refused',
  withdrawn: 'refused',
} as const;

interface ParcelStandingProps {
  readonly state: Parcel['state'];
  readonly words: Bilingual;
}

/** How a parcel stands: colour, sign, a word, and a sentence that says what comes next. */
export function ParcelStanding({ state, words }: ParcelStandingProps) {
  const { t } = useTexts();
  const tone = tones[state];
  return (
    <div className={`consumer-standing tone-${tone}`}>
      <Icon name={tone} />
      <div>
        <strong>{t(`consumer.state.${state}`)}</strong>
        <p>
          <Said text={words} />
        </p>
      </div>
    </div>
  );
}
