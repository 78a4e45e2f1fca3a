import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { useShortcut } from '../ui/shortcuts.ts';
import { ActDialog } from './ActDialog.tsx';
import { type ActName, isAct, type TransitDetail } from './queries.ts';

/** A letter an act; the same on every transit. */
const letters = {
  approve: 'a',
  refuse: 'x',
  cancel: 'c',
  seal: 's',
  depart: 'd',
  'hand-over': 'h',
  arrive: 'v',
  unseal: 'u',
  'write-off': 'w',
  'report-seal': 'b',
  'replace-seal': 'r',
} as const satisfies Readonly<Record<ActName, string>>;

/** The steps forward stand out; what ends a transit or mends a seal does not. */
const forward: readonly ActName[] = [
  'approve',
  'seal',
  'depart',
  'hand-over',
  'arrive',
  'unseal',
  'write-off',
];

/** What the reader may do with a transit now, by button and by letter. */
export function ActBar({ detail }: { readonly detail: TransitDetail }) {
  const { t } = useTexts();
  const [act, setAct] = useState<ActName>();
  const allowed = detail.acts.filter(isAct);
  return (
    <>
      {(Object.keys(letters) as ActName[]).map((one) => (
        <Letter key={one} act={one} onPress={() => allowed.includes(one) && setAct(one)} />
      ))}
      {allowed.map((one) => (
        <Button key={one} kind={forward.includes(one) ? 'primary' : 'plain'} onClick={() => setAct(one)}>
          {t(`transit.acts.${one}`)} ({letters[one]})
        </Button>
      ))}
      {act && <ActDialog detail={detail} act={act} onClose={() => setAct(undefined)} />}
    </>
  );
}

function Letter({ act, onPress }: { readonly act: ActName; readonly onPress: () => void }) {
  const { t } = useTexts();
  useShortcut(letters[act], t(`transit.acts.${act}`), onPress);
  return null;
}
