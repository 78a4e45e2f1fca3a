import { useId } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { Icon } from '../Icon.tsx';
import type { Column } from './column.ts';

interface ColumnsMenuProps<Row> {
  readonly all: readonly Column<Row>[];
  readonly hidden: ReadonlySet<string>;
  readonly onChange: (key: string, shown: boolean) => void;
}

/** Puts columns away and takes them out again; the one that names the row stays. */
export function ColumnsMenu<Row>({ all, hidden, onChange }: ColumnsMenuProps<Row>) {
  const { t } = useTexts();
  const id = useId();
  return (
    <>
      <button type="button" className="button columns-button" popoverTarget={id}>
        <Icon name="columns" />
        {t('app.table.columns')}
      </button>
      <fieldset id={id} popover="auto" className="columns-menu">
        <legend>{t('app.table.columns')}</legend>
        {all
          .filter(({ names }) => !names)
          .map(({ key, header }) => (
            <label key={key}>
              <input
                type="checkbox"
                checked={!hidden.has(key)}
                onChange={({ target }) => onChange(key, target.checked)}
              />
              {header}
            </label>
          ))}
      </fieldset>
    </>
  );
}
