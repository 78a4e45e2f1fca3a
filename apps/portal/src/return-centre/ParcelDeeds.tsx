import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { EndDialog, HandInDialog, IdentifyDialog } from './ParcelDialogs.tsx';
import type { Parcel } from './queries.ts';
import { SortDialog } from './SortDialog.tsx';

interface Deed {
  readonly name: 'identify' | 'sort' | 'handIn' | 'end';
  readonly needs: 'work' | 'hand-in';
  readonly states: readonly Parcel['state'][];
}

/** What may be done when, and by whom; the server holds the same. */
const deeds: readonly Deed[] = [
  { name: 'identify', needs: 'work', states: ['unidentified'] },
  { name: 'sort', needs: 'work', states: ['identified'] },
  { name: 'handIn', needs: 'hand-in', states: ['sorted'] },
  { name: 'end', needs: 'work', states: ['unidentified', 'sorted', 'set-apart'] },
];

/** What the reader may do with a parcel as it stands. */
export function ParcelDeeds({ parcel }: { readonly parcel: Parcel }) {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const [doing, setDoing] = useState<Deed['name']>();
  const refused = parcel.state === 'listed' && parcel.returnState === 'refused';
  const open = deeds.filter(
    ({ needs, states, name }) =>
      (states.includes(parcel.state) || (refused && name === 'end')) &&
      session !== undefined &&
      sessionAllows(session, { resource: 'return-centres', action: needs }),
  );
  const props = { parcel, onClose: () => setDoing(undefined) };
  return (
    <span className="centre-deeds">
      {open.map(({ name }) => (
        <Button key={name} small onClick={() => setDoing(name)}>
          {t(`centre.deed.${name}`)}
        </Button>
      ))}
      {doing === 'identify' && <IdentifyDialog {...props} />}
      {doing === 'sort' && <SortDialog {...props} />}
      {doing === 'handIn' && <HandInDialog {...props} />}
      {doing === 'end' && <EndDialog {...props} />}
    </span>
  );
}
