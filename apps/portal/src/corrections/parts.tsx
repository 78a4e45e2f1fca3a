import { type TextKey, useTexts } from '../i18n/index.ts';
import type zh from '../i18n/zh/corrections.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Correction, Datum } from './queries.ts';

type Field = keyof (typeof zh)['field'];
const fields: readonly Field[] = [
  ...(['buyerRegNo', 'buyerName', 'buyerTelephone', 'buyerIdNumber', 'payerIdNumber', 'payerName'] as const),
  ...(['telephone', 'consignee', 'consigneeTelephone', 'consigneeAddress', 'note'] as const),
];

/** The word for a field of a paper; its name in the standard where it has none. */
export function useFieldName(): (field: string) => string {
  const { t } = useTexts();
  return (field) => {
    const known = fields.find((one) => one === field);
    return known ? t(`corrections.field.${known}` satisfies TextKey) : field;
  };
}

/** What a request is about. */
export function About({ about }: { readonly about?: Datum | undefined }) {
  const { t } = useTexts();
  const fieldName = useFieldName();
  if (!about) return <>{t('corrections.platformHolds')}</>;
  return (
    <>
      {t(`persons.paper.${about.paper}`)} <span className="code">{about.orderNo}</span> ·{' '}
      {fieldName(about.field)}
    </>
  );
}

const tones = {
  corrected: 'released',
  noted: 'released',
  explained: 'released',
  kept: 'held',
  refused: 'refused',
};

/** How a request stands: a sign and a word, and that it is late where it is. */
export function CorrectionState({ one }: { readonly one: Correction }) {
  const { t } = useTexts();
  const { state, outcome, overdue } = one;
  const tone = outcome ? tones[outcome] : overdue ? 'refused' : 'waiting';
  const icon = outcome === 'refused' ? 'refused' : outcome ? 'released' : overdue ? 'warning' : 'waiting';
  const word = outcome
    ? t(`corrections.outcome.${outcome}`)
    : t(overdue ? 'corrections.late' : `corrections.state.${state}`);
  return (
    <span className={`corrections-state tone-${tone}`}>
      <Icon name={icon} /> {word}
    </span>
  );
}
