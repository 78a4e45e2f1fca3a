import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sessionAllows } from '../api/session.ts';
import type { Session } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Moment } from '../ui/Moment.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { countsQuery, decideCount, type StockCount } from './queries.ts';

interface CountsProps {
  readonly bookNo: string;
  readonly session: Session | undefined;
}

/** Stock counts: what was found, what the book said, and for customs the verdict. */
export function Counts({ bookNo, session }: CountsProps) {
  const { t } = useTexts();
  const { data } = useQuery(countsQuery(bookNo));
  const approves =
    session !== undefined && sessionAllows(session, { resource: 'account-books', action: 'approve' });
  if (!data || data.counts.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('books.counts')}</h2>
      <ul className="books-counts">
        {data.counts.map((count) => (
          <Count key={count.countId} count={count} approves={approves && count.state === 'proposed'} />
        ))}
      </ul>
    </section>
  );
}

function Count({ count, approves }: { readonly count: StockCount; readonly approves: boolean }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const deciding = useMutation({
    mutationFn: (verdict: 'approved' | 'rejected') => decideCount(count.countId, verdict),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['book'] }),
  });
  return (
    <li>
      <strong>{t(`books.countStates.${count.state}`)}</strong> <Moment at={count.proposedAt} /> {count.note}
      <ul>
        {count.lines.map(({ itemNo, counted, inBook }) => (
          <li key={itemNo}>{t('books.countLine', { item: String(itemNo), counted, inBook })}</li>
        ))}
      </ul>
      {approves && (
        <p className="books-deeds">
          <Button kind="primary" small busy={deciding.isPending} onClick={() => deciding.mutate('approved')}>
            {t('books.approve')}
          </Button>
          <Button small busy={deciding.isPending} onClick={() => deciding.mutate('rejected')}>
            {t('books.reject')}
          </Button>
        </p>
      )}
      {deciding.error && <Trouble error={deciding.error} onRetry={() => deciding.reset()} />}
    </li>
  );
}
