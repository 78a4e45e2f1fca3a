import { useTexts } from '../i18n/index.ts';
import { Moment } from '../ui/Moment.tsx';
import { ExportTag } from './ExportTag.tsx';
import type { ExportDetail } from './queries.ts';

/** Every decision on a list, the latest first. */
export function History({ steps }: { readonly steps: ExportDetail['history'] }) {
  const { t } = useTexts();
  if (steps.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('exports.history')}</h2>
      <ol className="exports-history">
        {steps.map((step) => (
          <li key={`${step.attempt}.${step.step}`}>
            <ExportTag state={step.outcome} /> <Moment at={step.decidedAt} /> ·{' '}
            {t(`exports.judges.${step.judge}`)}
            <p lang="zh" className="quiet">
              {step.returnInfo}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
