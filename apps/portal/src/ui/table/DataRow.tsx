import { memo } from 'react';
import { useTexts } from '../../i18n/index.ts';
import type { Column, Selection } from './column.ts';

interface DataRowProps<Row> {
  readonly row: Row;
  readonly rowKey: string;
  /** From 0. */
  readonly place: number;
  readonly columns: readonly Column<Row>[];
  readonly selection: Selection | undefined;
}

function PlainRow<Row>({ row, rowKey, place, columns, selection }: DataRowProps<Row>) {
  const { t } = useTexts();
  const chosen = selection?.selected.has(rowKey) ?? false;
  return (
    <tr data-place={place} aria-rowindex={place + 2} className={chosen ? 'data-chosen' : undefined}>
      {selection && (
        <td className="data-choose">
          <input
            type="checkbox"
            aria-label={t('app.table.choose', { name: rowKey })}
            checked={chosen}
            onChange={() => {
              const next = new Set(selection.selected);
              if (!next.delete(rowKey)) next.add(rowKey);
              selection.onChange(next);
            }}
          />
        </td>
      )}
      {columns.map(({ key, cell, figure, names }) =>
        names ? (
          <th key={key} scope="row">
            <div className="data-cell">{cell(row)}</div>
          </th>
        ) : (
          <td key={key} className={figure ? 'figure' : undefined}>
            <div className="data-cell">{cell(row)}</div>
          </td>
        ),
      )}
    </tr>
  );
}

export const DataRow = memo(PlainRow) as typeof PlainRow;
