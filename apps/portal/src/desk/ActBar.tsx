import { useState } from 'react';
import { type TextKey, useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Ago } from '../ui/Moment.tsx';
import { Said } from '../ui/Said.tsx';
import { useShortcut } from '../ui/shortcuts.ts';
import { toast } from '../ui/toast.tsx';
import { ActDialog, type Deed } from './ActDialog.tsx';
import { type CaseDetail, type CaseKey, deeds } from './queries.ts';
import { useTold } from './useTold.ts';

interface ActBarProps {
  readonly at: CaseKey;
  readonly detail: CaseDetail;
  readonly onDone: () => void;
}

/** A letter a deed; the same on every case. */
const letters: readonly (readonly [letter: string, deed: Deed])[] = [
  ['r', 'release'],
  ['i', 'inspect'],
  ['x', 'refuse'],
  ['b', 'return'],
  ['d', 'detain'],
  ['e', 'recall'],
  ['a', 'ask'],
  ['u', 'undo'],
];

/** What may be done with the case now, by button and by letter. */
export function ActBar({ at, detail, onDone }: ActBarProps) {
  const { t } = useTexts();
  const { may, decides, version = '' } = detail;
  const [deed, setDeed] = useState<Deed>();
  const told = useTold();
  const done = (text: string) => {
    toast(text);
    setDeed(undefined);
    onDone();
  };
  const take = () => void told(deeds.take(at).then(() => done(t('desk.taken'))));
  const handBack = () => void told(deeds.handBack(at).then(() => done(t('desk.handedBack'))));
  const confirm = () => void told(deeds.confirm(at, version).then(() => done(t('desk.done'))));
  const reject = () => void told(deeds.reject(at, version, '').then(() => done(t('desk.rejected'))));
  const allowed = deedsOf(detail);
  useLetters(allowed, setDeed);
  useShortcut('t', t('desk.key.take'), () => may.take && take());
  useShortcut('h', t('desk.handBack'), () => detail.case?.taken?.mine && handBack());
  if (!decides) return <p className="quiet">{t('desk.readOnly')}</p>;
  const mine = detail.case?.taken?.mine ?? false;
  return (
    <>
      {detail.case?.proposal && <Proposal detail={detail} />}
      <div className="form-actions">
        {may.take && !mine && <Button onClick={take}>{t('desk.take')} (t)</Button>}
        {mine && <Button onClick={handBack}>{t('desk.handBack')} (h)</Button>}
        {letters
          .filter(([, one]) => allowed.includes(one))
          .map(([letter, one]) => (
            <Button key={one} kind={one === 'release' ? 'primary' : 'plain'} onClick={() => setDeed(one)}>
              {t(`desk.act.${one}`)} ({letter})
            </Button>
          ))}
        {may.confirm && (
          <Button kind="primary" onClick={confirm}>
            {t('desk.confirm')}
          </Button>
        )}
        {may.reject && <Button onClick={reject}>{t('desk.reject')}</Button>}
        {may.undo && (
          <span className="quiet">
            {t('desk.undoUntil')} <Ago at={may.undo.until} />
          </span>
        )}
      </div>
      {deed && (
        <ActDialog at={at} deed={deed} detail={detail} onClose={() => setDeed(undefined)} onDone={done} />
      )}
    </>
  );
}

const deedsOf = ({ may }: CaseDetail): readonly Deed[] => [
  ...may.acts.map(({ act }) => act),
  ...(may.ask ? (['ask'] as const) : []),
  ...(may.undo ? (['undo'] as const) : []),
];

function useLetters(allowed: readonly Deed[], choose: (deed: Deed) => void): void {
  const { t } = useTexts();
  const on = (deed: Deed) => () => allowed.includes(deed) && choose(deed);
  const name = (deed: Deed): string => t(`desk.act.${deed}` satisfies TextKey);
  useShortcut('r', name('release'), on('release'));
  useShortcut('i', name('inspect'), on('inspect'));
  useShortcut('x', name('refuse'), on('refuse'));
  useShortcut('b', name('return'), on('return'));
  useShortcut('d', name('detain'), on('detain'));
  useShortcut('e', name('recall'), on('recall'));
  useShortcut('a', name('ask'), on('ask'));
  useShortcut('u', name('undo'), on('undo'));
}

function Proposal({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTexts();
  const proposal = detail.case?.proposal;
  if (!proposal) return null;
  const reason = detail.reasons.find(({ code }) => code === proposal.reason);
  return (
    <p className="desk-proposal">
      <strong>{t('desk.proposed', { by: proposal.mine ? t('desk.me') : proposal.by })}</strong>{' '}
      {proposal.status} {reason && <Said text={reason} />} {proposal.note} (<Ago at={proposal.at} />)
    </p>
  );
}
