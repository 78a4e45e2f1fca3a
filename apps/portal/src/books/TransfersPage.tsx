import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { More } from './More.tsx';
import { settleTransfer, type Transfer, transfersQuery } from './queries.ts';
import './books.css';

/** Moves between books, sent and received. */
export function TransfersPage() {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const found = useInfiniteQuery(transfersQuery());
  const rows = found.data?.pages.flatMap(({ transfers }) => transfers);
  const own =
    session && sessionAllows(session, { resource: 'account-books', action: 'keep' })
      ? session.enterprise?.code
      : undefined;
  return (
    <>
      <PageHead title={t('books.transfers')} intro={t('books.transfersIntro')} />
      {found.error && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
      {!rows && !found.error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {rows?.length === 0 && <Empty title={t('books.noTransfers')} hint={t('books.noTransfersHint')} />}
      {rows && rows.length > 0 && (
        <section className="panel table-scroll">
          <table className="table">
            <caption className="sr-only">{t('books.transfers')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('books.fromBook')}</th>
                <th scope="col">{t('books.toBook')}</th>
                <th scope="col" className="figure">
                  {t('books.quantity')}
                </th>
                <th scope="col">{t('books.standing')}</th>
                <th scope="col">{t('books.proposed')}</th>
                <th scope="col">{t('books.deeds')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.transferId} row={row} own={own} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <More found={found} />
    </>
  );
}

function Row({ row, own }: { readonly row: Transfer; readonly own: string | undefined }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const settling = useMutation({
    mutationFn: (act: 'accept' | 'decline' | 'withdraw') => settleTransfer(row.transferId, act),
    onSuccess: async () => {
      for (const queryKey of [['book-transfers'], ['book']])
        await queryClient.invalidateQueries({ queryKey });
    },
  });
  const open = row.state === 'proposed';
  const acts = [
    ...(open && own === row.receiver ? (['accept', 'decline'] as const) : []),
    ...(open && own === row.sender ? (['withdraw'] as const) : []),
  ];
  return (
    <tr>
      <th scope="row">
        <Link className="row-link" data-shortcut="row" to="/books/$bookNo" params={{ bookNo: row.fromBook }}>
          {row.fromBook}
        </Link>{' '}
        {row.fromItem}
      </th>
      <td className="code">
        {row.toBook} {row.toItem}
      </td>
      <td className="figure code">{row.quantity}</td>
      <td>{t(`books.transferStates.${row.state}`)}</td>
      <td>
        <Moment at={row.proposedAt} />
      </td>
      <td>
        <span className="books-deeds">
          {acts.map((act) => (
            <Button
              key={act}
              small
              kind={act === 'accept' ? 'primary' : 'plain'}
              busy={settling.isPending}
              onClick={() => settling.mutate(act)}
            >
              {t(`books.acts.${act}`)}
            </Button>
          ))}
        </span>
        {settling.error && <Trouble error={settling.error} onRetry={() => settling.reset()} />}
      </td>
    </tr>
  );
}
