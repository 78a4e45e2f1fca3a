import { useState } from 'react';
import type { Column } from './column.ts';

/** Which columns the reader of this browser has put away, by table. */
export function useChosenColumns<Row>(table: string, all: readonly Column<Row>[]) {
  const storageKey = `chama.columns.${table}`;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(
    () => new Set((localStorage.getItem(storageKey) ?? '').split(' ').filter(Boolean)),
  );
  return {
    hidden,
    columns: all.filter(({ key, names }) => names || !hidden.has(key)),
    onChange: (key: string, shown: boolean) => {
      const next = new Set(hidden);
      if (shown) next.delete(key);
      else next.add(key);
      localStorage.setItem(storageKey, [...next].join(' '));
      setHidden(next);
    },
  };
}
