import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Moment } from '../ui/Moment.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { toast } from '../ui/toast.tsx';
import { type Dispatch, type DispatchState, dispatchesQuery, replay } from './queries.ts';

/** Messages to an agency in one state; those in trouble can be sent again under their old identity. */
export function Dispatches({ state }: { readonly state: DispatchState }) {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    dispatchesQuery(state),
  );
  const [asked, setAsked] = useState<Dispatch>();
  const allowed = session !== undefined && sessionAllows(session, { resource: 'links', action: 'replay' });
  const again = allowed && (state === 'lost' || state === 'failed');
  const rows = data?.pages.flatMap(({ dispatches }) => dispatches) ?? [];
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('app.loading')} bars={[100, 100, 80]} />;
  if (rows.length === 0) return <Empty title={t('links.none')} hint={t('links.noneHint')} />;
  return (
    <>
      <DispatchTable
        rows={rows}
        caption={t(`links.show.${state}`)}
        {...(again ? { onReplay: setAsked } : {})}
      />
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('links.more')}
        </Button>
      )}
      {asked && <ReplayDialog dispatch={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

interface DispatchTableProps {
  readonly rows: readonly Dispatch[];
  readonly caption: string;
  readonly onReplay?: (dispatch: Dispatch) => void;
}

function DispatchTable({ rows, caption, onReplay }: DispatchTableProps) {
  const { t } = useTexts();
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('links.message')}</th>
            <th scope="col">{t('links.sender')}</th>
            <th scope="col" className="figure">
              {t('links.documents')}
            </th>
            <th scope="col" className="figure">
              {t('links.tries')}
            </th>
            <th scope="col">{t('links.made')}</th>
            <th scope="col">{t('links.fault')}</th>
            {onReplay && <td />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.messageId}>
              <th scope="row">
                <code>{row.root}</code> <code className="quiet">{row.messageId}</code>
              </th>
              <td>
                <code>{row.sender}</code>
              </td>
              <td className="figure">{row.documents}</td>
              <td className="figure">{row.tries}</td>
              <td>
                <Moment at={row.madeAt} />
              </td>
              <td>{row.fault ?? '—'}</td>
              {onReplay && (
                <td>
                  <Button small onClick={() => onReplay(row)}>
                    {t('links.replay')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ReplayDialog({ dispatch, onClose }: { readonly dispatch: Dispatch; readonly onClose: () => void }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const replaying = useMutation({
    mutationFn: () => replay(dispatch.messageId),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['links'] });
      toast(t('links.replayed'));
      onClose();
    },
  });
  return (
    <Confirm
      title={t('links.replayTitle')}
      deed={t('links.replay')}
      onClose={onClose}
      // What went wrong is shown by the mutation itself.
      onConfirm={() => replaying.mutateAsync().catch(() => undefined)}
    >
      <p>{t('links.replayHint', { root: dispatch.root, sender: dispatch.sender })}</p>
      {replaying.error && <Trouble error={replaying.error} onRetry={() => replaying.mutate()} />}
    </Confirm>
  );
}
