import type { ReactNode } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import type { Checklist, Pass, Passage } from './queries.ts';

const looks = {
  made: 'waiting',
  approved: 'forwarded',
  passed: 'released',
  cancelled: 'withdrawn',
  stopped: 'held',
  void: 'withdrawn',
  open: 'released',
  stop: 'refused',
} as const satisfies Readonly<
  Record<Checklist['state'] | Pass['state'] | Passage['answer'], IconName & string>
>;

function Tag({ look, children }: { readonly look: keyof typeof looks; readonly children: ReactNode }) {
  return (
    <span className={`state state-${looks[look]}`}>
      <Icon name={looks[look]} />
      {children}
    </span>
  );
}

export function ChecklistTag({ state }: { readonly state: Checklist['state'] }) {
  const { t } = useTexts();
  return <Tag look={state}>{t(`gate.checklistStates.${state}`)}</Tag>;
}

export function PassTag({ state }: { readonly state: Pass['state'] }) {
  const { t } = useTexts();
  return <Tag look={state}>{t(`gate.passStates.${state}`)}</Tag>;
}

export function AnswerTag({ answer }: { readonly answer: Passage['answer'] }) {
  const { t } = useTexts();
  return <Tag look={answer}>{t(`gate.answers.${answer}`)}</Tag>;
}
