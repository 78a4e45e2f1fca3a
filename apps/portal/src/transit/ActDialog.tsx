import { answerOf } from '../api/client.ts';
import { BookDialog, type DialogField } from '../books/BookDialog.tsx';
import { useTexts } from '../i18n/index.ts';
import { type ActName, acts, type TransitDetail, type Values } from './queries.ts';

interface ActDialogProps {
  readonly detail: TransitDetail;
  readonly act: ActName;
  readonly onClose: () => void;
}

/** What each act asks for; a star is what it cannot do without. */
const asks: Readonly<Record<ActName, readonly (keyof Values | `${keyof Values}*`)[]>> = {
  approve: ['note'],
  refuse: ['note*'],
  cancel: ['note*'],
  seal: ['sealNo*'],
  depart: [],
  'hand-over': ['leg*', 'sealNo*', 'found*', 'newSealNo', 'note'],
  arrive: ['note'],
  unseal: ['sealNo*', 'found*', 'note'],
  'write-off': ['counted*', 'note'],
  'report-seal': ['sealNo*', 'note*'],
  'replace-seal': ['sealNo*', 'newSealNo*', 'note'],
};

/** Acts for which every seal is looked at. */
const all: readonly ActName[] = ['unseal', 'hand-over'];

/** Asks for what an act needs, and does it. */
export function ActDialog({ detail, act, onClose }: ActDialogProps) {
  const { t } = useTexts();
  const { transitNo, packages } = detail.transit;
  // Those on the vehicle: what is typed ahead is what most will say.
  const on = detail.seals
    .filter(({ state, replacedBy }) => replacedBy === undefined && (state === 'on' || state === 'broken'))
    .map(({ sealNo }) => sealNo);
  const field = (asked: (typeof asks)[ActName][number]): DialogField<keyof Values> => {
    const name = asked.replace('*', '') as keyof Values;
    const optional = !asked.endsWith('*');
    if (name === 'found')
      return {
        ...{ name, label: t('transit.found') },
        choices: (['intact', 'broken', 'missing'] as const).map((one) => [
          one,
          t(`transit.sealStates.${one}`),
        ]),
      };
    const label = name === 'note' && !optional ? t('transit.reason') : t(`transit.${name}`);
    return {
      name,
      label,
      optional,
      most: 200,
      ...(name === 'counted' || name === 'leg' ? { type: 'number' } : {}),
    };
  };
  return (
    <BookDialog
      title={t(`transit.acts.${act}`)}
      hint={t(`transit.hints.${act}`)}
      deed={t(`transit.acts.${act}`)}
      stale={[['transit'], ['transits']]}
      initial={{
        ...{ note: '', newSealNo: '', counted: String(packages), found: 'intact' },
        leg: String(detail.legs.filter(({ beganAt }) => beganAt !== undefined).length + 1),
        sealNo: act === 'seal' ? '' : all.includes(act) ? on.join(' ') : (on[0] ?? ''),
      }}
      fields={asks[act].map(field)}
      onSend={(values) => answerOf<unknown>(acts[act]({ transitNo }, values))}
      onClose={onClose}
    />
  );
}
