import { useTexts } from '../../i18n/index.ts';
import { Icon } from '../Icon.tsx';
import type { Column, Selection, Sorting } from './column.ts';

interface HeadRowProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sorting: Sorting | undefined;
  readonly selection: Selection | undefined;
}

export function HeadRow<Row>({ columns, sorting, selection }: HeadRowProps<Row>) {
  const { t } = useTexts();
  return (
    <tr aria-rowindex={1}>
      {selection && (
        <th scope="col" className="data-choose">
          <input
            type="checkbox"
            aria-label={t('app.table.chooseAll')}
            checked={selection.all.length > 0 && selection.all.every((key) => selection.selected.has(key))}
            onChange={({ target }) => selection.onChange(new Set(target.checked ? selection.all : []))}
          />
        </th>
      )}
      {columns.map((column) => (
        <HeadCell key={column.key} column={column} sorting={column.sortable ? sorting : undefined} />
      ))}
    </tr>
  );
}

interface HeadCellProps<Row> {
  readonly column: Column<Row>;
  readonly sorting: Sorting | undefined;
}

function HeadCell<Row>({ column, sorting }: HeadCellProps<Row>) {
  const { key, header, figure } = column;
  if (!sorting)
    return (
      <th scope="col" className={figure ? 'figure' : undefined}>
        {header}
      </th>
    );
  const sorted = sorting.by === key;
  return (
    <th
      scope="col"
      className={figure ? 'figure' : undefined}
      aria-sort={sorted ? (sorting.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className="data-sort"
        onClick={() => sorting.onChange(key, sorted ? !sorting.descending : true)}
      >
        {header}
        <span className={sorted ? undefined : 'data-unsorted'}>
          <Icon name={sorted && !sorting.descending ? 'up' : 'down'} />
        </span>
      </button>
    </th>
  );
}
