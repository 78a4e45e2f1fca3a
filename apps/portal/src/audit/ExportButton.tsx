import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { csvOf } from './csv.ts';
import type { AccountEvent } from './queries.ts';

const columns = [
  ...(['seq', 'at', 'kind', 'login', 'accountName', 'accountId'] as const),
  ...(['actorLogin', 'actorName', 'actor', 'address'] as const),
] satisfies readonly (keyof AccountEvent)[];

/** Takes along what is loaded, as the server wrote it: made in the browser, so nothing more is asked or kept. */
export function ExportButton({ rows }: { readonly rows: readonly AccountEvent[] }) {
  const { t } = useTexts();
  const save = () => {
    const lines = rows.map((row) => [
      ...columns.map((name) => row[name] ?? ''),
      row.detail ? JSON.stringify(row.detail) : '',
    ]);
    const file = new Blob([csvOf([[...columns, 'detail'], ...lines])], { type: 'text/csv' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = 'account-events.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <Button disabled={rows.length === 0} onClick={save}>
      <Icon name="download" /> {t('audit.export', { count: rows.length })}
    </Button>
  );
}
