import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/index.ts';
import type { Column, Selection, Sorting } from './column.ts';
import { DataRow } from './DataRow.tsx';
import { HeadRow } from './HeadRow.tsx';
import { useActiveRow } from './useActiveRow.ts';
import './data-table.css';

interface DataTableProps<Row> {
  /** What the table holds, for those who do not see it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  /** Rows there are, whether they have come or not; the bar at the side is as long as these. */
  readonly count: number;
  /** undefined: not come yet, shown as a grey line. */
  readonly rowAt: (place: number) => Row | undefined;
  readonly keyOf: (row: Row) => string;
  /** Tells which rows are in sight (from 0, both included), so that they are fetched. */
  readonly onVisible?: (first: number, last: number) => void;
  readonly sorting?: Sorting;
  readonly selection?: Selection;
  /** The rows are left over from another question that is being answered. */
  readonly stale?: boolean;
}

/** Height of a row in pixels, the same for all: what is too long is cut, and whole in its title. */
const rowHeight = 44;
/** Rows drawn above and below what is in sight. */
const overscan = 12;

/**
 * A table of any length: it draws only the rows in sight and keeps what a table is. j and k (or the arrows) go from row
 * to row, Page Up and Down and Home and End jump, x chooses, and Enter is the row's own link (`data-shortcut="row"`).
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, count, rowAt, keyOf, onVisible, sorting, selection, stale = false } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const activeRow = useRef(-1);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    // The head stays over the rows: a row that is gone to must not end up under it.
    scrollPaddingStart: rowHeight,
  });
  const rows = virtual.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => onVisible?.(first, last), [onVisible, first, last]);
  const { onKeyDown, onFocus } = useActiveRow({
    scroller,
    activeRow,
    count,
    scrollTo: (place) => virtual.scrollToIndex(place, { align: 'auto' }),
    onChoose: (place) => {
      const row = rowAt(place);
      if (row && selection) selection.onChange(toggled(selection.selected, keyOf(row)));
    },
  });
  return (
    <section
      ref={scroller}
      className="data-table"
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <table className="table" aria-rowcount={count + 1} aria-busy={stale}>
        <caption className="sr-only">{caption}</caption>
        <colgroup>
          {selection && <col className="data-choose" />}
          {columns.map(({ key, width }) => (
            <col key={key} style={width ? { width } : undefined} />
          ))}
        </colgroup>
        <thead>
          <HeadRow columns={columns} sorting={sorting} selection={selection} />
        </thead>
        <Body {...props} virtual={virtual} />
      </table>
    </section>
  );
}

function toggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}

interface BodyProps<Row> extends DataTableProps<Row> {
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
}

/** The rows in sight, and what stands for the others above and below. */
function Body<Row>({ columns, rowAt, keyOf, selection, virtual }: BodyProps<Row>) {
  const { t } = useTexts();
  const rows = virtual.getVirtualItems();
  const above = rows[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (rows.at(-1)?.end ?? 0);
  const width = columns.length + (selection ? 1 : 0);
  return (
    <tbody>
      {above > 0 && <Gap height={above} width={width} />}
      {rows.map(({ index, key }) => {
        const row = rowAt(index);
        return row ? (
          <DataRow
            key={key}
            row={row}
            rowKey={keyOf(row)}
            place={index}
            columns={columns}
            selection={selection}
          />
        ) : (
          <tr key={key} aria-rowindex={index + 2}>
            <td colSpan={width} className="data-coming">
              <span className="sr-only">{t('app.loading')}</span>
            </td>
          </tr>
        );
      })}
      {below > 0 && <Gap height={below} width={width} />}
    </tbody>
  );
}

/** Stands for the rows that are not drawn. */
function Gap({ height, width }: { readonly height: number; readonly width: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus
    <tr aria-hidden="true">
      <td colSpan={width} className="data-gap" style={{ height }} />
    </tr>
  );
}
