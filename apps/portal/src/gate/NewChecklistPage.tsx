import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { booksQuery } from '../books/queries.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Field } from '../ui/form/Field.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { changed, makeChecklist, type WaitingList, waitingQuery } from './queries.ts';
import './gate.css';

const route = getRouteApi('/checklists/new');
const keyOf = ({ ebpCode, orderNo }: WaitingList) => `${ebpCode} ${orderNo}`;

/** Picks released lists of a book for a checklist. */
export function NewChecklistPage() {
  const { t } = useTexts();
  const { book } = route.useSearch();
  const navigate = useNavigate();
  const books = useInfiniteQuery(booksQuery());
  const known = books.data?.pages.flatMap((page) => page.books) ?? [];
  const bookNo = book ?? known[0]?.bookNo ?? '';
  const { data, error, refetch } = useQuery(waitingQuery(bookNo));
  return (
    <>
      <PageHead title={t('gate.makeChecklist')} intro={t('gate.makeChecklistIntro')} />
      <div className="gate-page">
        <div className="gate-pick">
          <Field id="gate-book" label={t('gate.book')} required findings={[]}>
            {(control) => (
              <select
                {...control}
                className="field"
                value={bookNo}
                onChange={({ target }) =>
                  void navigate({ to: '/checklists/new', search: { book: target.value }, replace: true })
                }
              >
                {known.map((one) => (
                  <option key={one.bookNo}>{one.bookNo}</option>
                ))}
              </select>
            )}
          </Field>
        </div>
        {error && <Trouble error={error} onRetry={() => void refetch()} />}
        {!data && !error && bookNo !== '' && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
        {(data?.lists.length === 0 || (books.data && bookNo === '')) && (
          <Empty title={t('gate.noWaiting')} hint={t('gate.noWaitingHint')} />
        )}
        {data && data.lists.length > 0 && <Picking key={bookNo} bookNo={bookNo} lists={data.lists} />}
      </div>
    </>
  );
}

function Picking({ bookNo, lists }: { readonly bookNo: string; readonly lists: readonly WaitingList[] }) {
  const { t } = useTexts();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const chosen = lists.filter((list) => !left.has(keyOf(list)));
  const making = useMutation({
    mutationFn: () => makeChecklist(bookNo, chosen),
    onSuccess: async ({ checklistNo }) => {
      for (const queryKey of changed) await queryClient.invalidateQueries({ queryKey });
      await navigate({ to: '/checklists/$checklistNo', params: { checklistNo } });
    },
  });
  const kg = chosen.reduce((total, { grossKg }) => total + Number(grossKg), 0);
  const turn = (key: string) => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  return (
    <>
      <ListsToPick lists={lists} left={left} onTurn={turn} />
      <div className="gate-foot">
        <Button onClick={() => setLeft(chosen.length > 0 ? new Set(lists.map(keyOf)) : new Set())}>
          {t(chosen.length > 0 ? 'gate.pickNone' : 'gate.pickAll')}
        </Button>
        <Button
          kind="primary"
          disabled={chosen.length === 0}
          busy={making.isPending}
          onClick={() => making.mutate()}
        >
          {t('gate.makeOf', { count: chosen.length, kg: kg.toFixed(2) })}
        </Button>
      </div>
      {making.error && <Trouble error={making.error} onRetry={() => making.reset()} />}
    </>
  );
}

interface PickProps {
  readonly lists: readonly WaitingList[];
  readonly left: ReadonlySet<string>;
  readonly onTurn: (key: string) => void;
}

function ListsToPick({ lists, left, onTurn }: PickProps) {
  const { t } = useTexts();
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('gate.waitingLists')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('gate.orderNo')}</th>
            <th scope="col">{t('gate.invtNo')}</th>
            <th scope="col" className="figure">
              {t('gate.lines')}
            </th>
            <th scope="col" className="figure">
              {t('gate.grossKg')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lists.map((list) => (
            <tr key={keyOf(list)}>
              <th scope="row">
                <label className="gate-choice">
                  <input
                    type="checkbox"
                    checked={!left.has(keyOf(list))}
                    onChange={() => onTurn(keyOf(list))}
                  />
                  <span className="code">{list.orderNo}</span>
                </label>
              </th>
              <td className="code">{list.invtNo}</td>
              <td className="figure code">{list.lines}</td>
              <td className="figure code">{list.grossKg}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
