import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Choice } from '../ui/Choice.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { toast } from '../ui/toast.tsx';
import { caseQuery, type DeskCase, deeds } from './queries.ts';
import { firstReason, Reasons } from './Reasons.tsx';
import { useTold } from './useTold.ts';

const acts = ['release', 'inspect', 'refuse'] as const;

interface BulkDialogProps {
  readonly cases: readonly DeskCase[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Decides many cases with one reason; says how many were decided, proposed, or left and why. */
export function BulkDialog({ cases, onClose, onDone }: BulkDialogProps) {
  const { t, say } = useTexts();
  const [act, setAct] = useState<(typeof acts)[number]>('release');
  const [first] = cases;
  const { data } = useQuery({
    ...caseQuery(first ?? { ebpCode: '', orderNo: '' }),
    enabled: first !== undefined,
  });
  const reasons = data?.reasons ?? [];
  const [said, setSaid] = useState({ reason: '', note: '' });
  const saying = reasons.some(({ code, act: of }) => code === said.reason && of === act)
    ? said
    : { ...firstReason(reasons, act), note: said.note };
  const told = useTold();
  const decide = () =>
    told(
      deeds.decideMany(act, saying, cases).then(({ items }) => {
        const left = items.filter(({ done }) => done === 'nothing');
        const count = (done: string): number => items.filter((item) => item.done === done).length;
        toast(
          t('desk.bulkDone', {
            decided: count('decided'),
            proposed: count('proposed'),
            left: left.length,
          }),
          left.length > 0 ? 'failed' : 'done',
        );
        const [why] = left;
        if (why?.zh && why.en) toast(`${why.orderNo}: ${say({ zh: why.zh, en: why.en })}`, 'failed');
        onDone();
      }),
    );
  return (
    <Confirm
      title={t('desk.bulk', { count: cases.length })}
      deed={t(`desk.act.${act}`)}
      danger={act === 'refuse'}
      onConfirm={decide}
      onClose={onClose}
    >
      <Choice
        label={t('desk.decide')}
        value={act}
        options={acts.map((one) => ({ value: one, label: t(`desk.act.${one}`) }))}
        onChange={setAct}
      />
      <p className="quiet">{t('desk.bulkHint')}</p>
      <Reasons reasons={reasons} act={act} value={saying} onChange={setSaid} />
    </Confirm>
  );
}
