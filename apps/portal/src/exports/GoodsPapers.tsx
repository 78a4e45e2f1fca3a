import { useTexts } from '../i18n/index.ts';
import { Moment } from '../ui/Moment.tsx';
import type { ExportDetail, ExportRow } from './queries.ts';

interface GoodsPapersProps {
  readonly papers: ExportDetail['goodsPapers'];
  readonly list: ExportRow;
}

/** Where the goods are, step by step, and the papers that say so. */
export function GoodsPapers({ papers, list }: GoodsPapersProps) {
  const { t } = useTexts();
  const steps = [
    { key: 'released', at: list.state === 'refused' ? undefined : list.decidedAt },
    { key: 'arrived', at: list.arrivedAt },
    { key: 'departed', at: list.departedAt },
    { key: 'closed', at: list.closedAt },
  ] as const;
  return (
    <section className="panel">
      <h2>{t('exports.whereabouts')}</h2>
      <ol className="exports-steps">
        {steps.slice(list.goods === 'awaited' ? 0 : 1).map(({ key, at }) => (
          <li key={key} className={at ? 'tone-released' : 'tone-withdrawn'}>
            <strong>{t(`exports.steps.${key}`)}</strong> {at && <Moment at={at} />}
          </li>
        ))}
      </ol>
      {papers.length > 0 && (
        <ul className="exports-papers">
          {papers.map((paper) => (
            <li key={`${paper.kind} ${paper.copNo} ${paper.part}`}>
              <strong>{t(`exports.goodsPapers.${paper.kind}`)}</strong>{' '}
              <span className="code">{paper.copNo}</span>{' '}
              {paper.parts > 1 && t('exports.part', { part: paper.part, parts: paper.parts })}{' '}
              <span lang="zh">{paper.firmName}</span>
              {paper.conveyance && <span lang="zh"> · {paper.conveyance}</span>}
              {paper.billNo && <span className="code"> · {paper.billNo}</span>} ·{' '}
              <Moment at={paper.receivedAt} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
