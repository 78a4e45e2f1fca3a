import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { Facts } from './Facts.tsx';
import { Listed } from './Listed.tsx';
import { cancelChecklist, changed, checklistQuery, decideEntry } from './queries.ts';
import { ChecklistTag } from './Tag.tsx';
import './gate.css';

const route = getRouteApi('/checklists/$checklistNo');

/** One checklist: its goods, its lists, and what may be done with it. */
export function ChecklistPage() {
  const { t } = useTexts();
  const { checklistNo } = route.useParams();
  const { data, error, refetch } = useQuery(checklistQuery(checklistNo));
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('app.loading')} bars={[40, 100, 100]} />;
  return (
    <>
      <PageHead title={checklistNo} intro={t(`gate.directions.${data.direction}`)} />
      <div className="gate-page">
        <Facts
          facts={[
            [t('gate.standing'), <ChecklistTag key="state" state={data.state} />],
            [
              t('gate.book'),
              <Link key="book" className="code" to="/books/$bookNo" params={{ bookNo: data.bookNo }}>
                {data.bookNo}
              </Link>,
            ],
            [t('gate.grossKg'), data.grossKg],
            ...(data.entryNo ? [[t('gate.entryNo'), data.entryNo] as const] : []),
            ...(data.passNo
              ? [
                  [
                    t('gate.pass'),
                    <Link key="pass" className="code" to="/passes/$passNo" params={{ passNo: data.passNo }}>
                      {data.passNo}
                    </Link>,
                  ] as const,
                ]
              : []),
            ...(data.reason ? [[t('gate.reason'), data.reason] as const] : []),
          ]}
        />
        <Deeds
          checklistNo={checklistNo}
          open={!data.passNo && (data.state === 'made' || data.state === 'approved')}
          toDecide={data.direction === 'in' && data.state === 'made'}
        />
        <Goods goods={data.goods} />
        <Listed lists={data.listed} />
      </div>
    </>
  );
}

interface GoodsProps {
  readonly goods: readonly {
    readonly itemNo: number;
    readonly quantity: string;
    readonly expiresOn?: string | undefined;
  }[];
}

function Goods({ goods }: GoodsProps) {
  const { t } = useTexts();
  return (
    <section className="panel table-scroll">
      <h2>{t('gate.goods')}</h2>
      <table className="table">
        <caption className="sr-only">{t('gate.goods')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('gate.itemNo')}</th>
            <th scope="col" className="figure">
              {t('gate.quantity')}
            </th>
            <th scope="col">{t('gate.expiresOn')}</th>
          </tr>
        </thead>
        <tbody>
          {goods.map(({ itemNo, quantity, expiresOn }) => (
            <tr key={itemNo}>
              <th scope="row">{itemNo}</th>
              <td className="figure code">{quantity}</td>
              <td>{expiresOn}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface DeedsProps {
  readonly checklistNo: string;
  readonly open: boolean;
  readonly toDecide: boolean;
}

function Deeds({ checklistNo, open, toDecide }: DeedsProps) {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const queryClient = useQueryClient();
  const doing = useMutation({
    mutationFn: (deed: 'cancel' | 'approved' | 'rejected') =>
      deed === 'cancel' ? cancelChecklist(checklistNo) : decideEntry(checklistNo, deed),
    onSuccess: async () => {
      for (const queryKey of changed) await queryClient.invalidateQueries({ queryKey });
    },
  });
  const may = (action: 'make' | 'decide') =>
    session !== undefined && sessionAllows(session, { resource: 'checklists', action });
  return (
    <div className="gate-deeds">
      {open && may('make') && (
        <Button busy={doing.isPending} onClick={() => doing.mutate('cancel')}>
          {t('gate.cancel')}
        </Button>
      )}
      {toDecide && may('decide') && (
        <>
          <Button busy={doing.isPending} onClick={() => doing.mutate('rejected')}>
            {t('gate.reject')}
          </Button>
          <Button kind="primary" busy={doing.isPending} onClick={() => doing.mutate('approved')}>
            {t('gate.approve')}
          </Button>
        </>
      )}
      {doing.error && <Trouble error={doing.error} onRetry={() => doing.reset()} />}
    </div>
  );
}
