import { useTexts } from '../i18n/index.ts';
import { Moment } from '../ui/Moment.tsx';
import { Said } from '../ui/Said.tsx';
import type { CaseDetail } from './queries.ts';

/** Kinds of acts there are words for; others may come, and are shown as they are called. */
const kinds = [
  'took',
  'handed-back',
  'asked',
  'answered',
  'proposed',
  'rejected',
  'decided',
  'undone',
  'overtaken',
] as const;

/** Everything that was done to the case, by whom and why, the first first. */
export function History({
  acts,
  reasons,
}: Pick<CaseDetail, 'reasons'> & { readonly acts: CaseDetail['history'] }) {
  const { t } = useTexts();
  return (
    <section className="panel" aria-labelledby="desk-history">
      <h2 id="desk-history">{t('desk.history')}</h2>
      {acts.length === 0 && <p className="quiet">{t('desk.historyNone')}</p>}
      <ol className="desk-history">
        {acts.map((act) => {
          const reason = reasons.find(({ code }) => code === act.reason);
          const kind = kinds.find((one) => one === act.kind);
          return (
            <li key={`${act.at} ${act.kind} ${act.by ?? ''}`}>
              <p>
                <strong>{kind ? t(`desk.did.${kind}`) : act.kind}</strong> {act.by}
                {act.fromStatus !== act.toStatus && (
                  <span className="mark">
                    {act.fromStatus} → {act.toStatus}
                  </span>
                )}
              </p>
              {reason && (
                <p>
                  <Said text={reason} />
                </p>
              )}
              {act.note && <p className="desk-note">{act.note}</p>}
              <p className="quiet">
                <Moment at={act.at} /> {act.fourEyes && <code>{act.fourEyes}</code>}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
