import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { Said } from '../ui/Said.tsx';
import { findingAnchor } from './Findings.tsx';
import { formatField } from './fields.ts';
import type { Cell } from './matrix.ts';

interface MatrixCellProps {
  readonly cell: Cell | undefined;
  /** Whether the paper is here at all. */
  readonly come: boolean;
  /** Numbers of the findings that only report. */
  readonly watched: ReadonlySet<number>;
}

export function MatrixCell({ cell, come, watched }: MatrixCellProps) {
  const { t, say } = useTexts();
  if (!cell)
    return (
      <td className={come ? 'cell-none' : 'cell-none matrix-missing'}>
        <span className="sr-only">{t(come ? 'list.papers.notPart' : 'list.papers.missing')}</span>
      </td>
    );
  const { field, value, meaning, findings } = cell;
  const grave = findings.some((number) => !watched.has(number));
  const tone = findings.length === 0 ? undefined : grave ? 'cell-differs' : 'cell-watched';
  return (
    <td className={tone} title={`${say(field)} ${field.name}`}>
      {value === undefined ? (
        <span className="quiet">{t('list.papers.blank')}</span>
      ) : (
        formatField(field.name, value)
      )}
      {meaning && (
        <span className="quiet">
          {' '}
          <Said text={meaning} />
        </span>
      )}
      {findings.map((number) => (
        <a
          key={number}
          href={`#${findingAnchor(number)}`}
          className="cell-finding"
          aria-label={t('list.papers.findingSee', { number })}
          title={t('list.papers.see', { number })}
        >
          <Icon name={watched.has(number) ? 'info' : 'warning'} />
          {number}
        </a>
      ))}
    </td>
  );
}
