import { useState } from 'react';
import type { ListDetail, PaperKind } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { Ago } from '../ui/Moment.tsx';
import { Said } from '../ui/Said.tsx';
import { Switch } from '../ui/Switch.tsx';
import { MatrixCell } from './MatrixCell.tsx';
import { type Group, matrixOf, paperKinds, type Row, type Verdict } from './matrix.ts';
import './matrix.css';

const isFound = ({ verdict }: Row) => verdict === 'differs' || verdict === 'flagged';

/** The four papers side by side, field by field, with what differs marked and tied to its finding. */
export function PapersMatrix({ detail }: { readonly detail: ListDetail }) {
  const { t } = useTexts();
  const [onlyDiffering, setOnlyDiffering] = useState(false);
  const groups = matrixOf(detail);
  const differing = groups
    .map((group) => ({ ...group, rows: group.rows.filter(isFound) }))
    .filter((group) => group.rows.length > 0);
  const shown = onlyDiffering ? differing : groups;
  // A finding is advice or a ground for refusal; the cell is marked as strongly as the strongest.
  const watched = new Set(
    detail.findings.flatMap((finding, place) => (finding.mode === 'watch' ? [place + 1] : [])),
  );
  return (
    <section className="panel" aria-labelledby="papers">
      <div className="panel-head">
        <h2 id="papers">{t('list.papers.title')}</h2>
        <Switch
          label={t('list.papers.onlyDiffering')}
          checked={onlyDiffering}
          onChange={setOnlyDiffering}
          disabled={differing.length === 0}
        />
      </div>
      <div className="table-scroll">
        <table className="table matrix">
          <caption className="sr-only">{t('list.papers.caption')}</caption>
          <thead>
            <tr>
              <th scope="col" className="matrix-label">
                {t('list.papers.field')}
              </th>
              {paperKinds.map((kind) => (
                <PaperHead key={kind} kind={kind} detail={detail} />
              ))}
              <th scope="col" className="matrix-verdict">
                {t('list.papers.verdict')}
              </th>
            </tr>
          </thead>
          {shown.map((group) => (
            <GroupRows
              key={`${group.key}${group.line ?? ''}`}
              group={group}
              detail={detail}
              watched={watched}
            />
          ))}
        </table>
      </div>
    </section>
  );
}

function PaperHead({ kind, detail }: { readonly kind: PaperKind; readonly detail: ListDetail }) {
  const { t } = useTexts();
  const paper = detail.papers[kind];
  return (
    <th scope="col" className={paper ? undefined : 'matrix-missing'}>
      <span className="paper-name">
        <Icon name={kind} />
        {t(`list.papers.${kind}`)}
      </span>
      <small className="quiet">{paper ? <Ago at={paper.receivedAt} /> : t('list.papers.missing')}</small>
      {paper?.changedSince && <small className="paper-changed">{t('list.papers.changedSince')}</small>}
    </th>
  );
}

interface GroupRowsProps {
  readonly group: Group;
  readonly detail: ListDetail;
  readonly watched: ReadonlySet<number>;
}

function GroupRows({ group, detail, watched }: GroupRowsProps) {
  const { t } = useTexts();
  const name =
    group.key === 'line'
      ? t('list.papers.group.line', { gnum: group.line ?? 1 })
      : t(`list.papers.group.${group.key}`);
  return (
    <tbody>
      <tr className="matrix-group">
        <th scope="rowgroup" colSpan={paperKinds.length + 2}>
          {name}
        </th>
      </tr>
      {group.rows.map((row) => (
        <MatrixRow key={row.key} row={row} detail={detail} watched={watched} />
      ))}
    </tbody>
  );
}

interface MatrixRowProps {
  readonly row: Row;
  readonly detail: ListDetail;
  readonly watched: ReadonlySet<number>;
}

function MatrixRow({ row, detail, watched }: MatrixRowProps) {
  const grave = Object.values(row.cells).some((cell) => cell.findings.some((number) => !watched.has(number)));
  const tone = !isFound(row) ? undefined : grave ? 'row-differs' : 'row-watched';
  return (
    <tr className={tone}>
      <th scope="row" className="matrix-label" title={row.label.name}>
        <Said text={row.label} />
      </th>
      {paperKinds.map((kind) => (
        <MatrixCell
          key={kind}
          cell={row.cells[kind]}
          come={detail.papers[kind] !== undefined}
          watched={watched}
        />
      ))}
      <td className="matrix-verdict">
        <VerdictSign verdict={row.verdict} grave={grave} />
      </td>
    </tr>
  );
}

function VerdictSign({ verdict, grave }: { readonly verdict: Verdict; readonly grave: boolean }) {
  const { t } = useTexts();
  if (verdict === 'single') return <span className="sr-only">{t('list.papers.single')}</span>;
  const found = verdict === 'differs' || verdict === 'flagged';
  const icon = verdict === 'same' ? 'released' : found && grave ? 'warning' : 'info';
  return (
    <span
      className={`verdict verdict-${found && !grave ? 'watched' : verdict}`}
      title={t(`list.papers.${verdict}`)}
    >
      <Icon name={icon} />
      <span className={found ? undefined : 'sr-only'}>{t(`list.papers.${verdict}`)}</span>
    </span>
  );
}
