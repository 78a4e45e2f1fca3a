import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { formatAmount } from '../ui/format.ts';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { Deeds } from './Deeds.tsx';
import { decideCount, displayQuery, type WholeDisplay } from './queries.ts';
import { DisplayTag } from './Tags.tsx';
import './displays.css';

const route = getRouteApi('/displays/$displayNo');

/** Goods on display: how they stand, what became of them, and what may be done. */
export function DisplayPage() {
  const { t } = useTexts();
  const { displayNo } = route.useParams();
  const { data, error, refetch } = useQuery(displayQuery(displayNo));
  const { data: session } = useQuery(sessionQuery());
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('app.loading')} bars={[40, 100, 100]} />;
  const may = (action: 'keep' | 'decide') =>
    session !== undefined && sessionAllows(session, { resource: 'displays', action });
  return (
    <>
      <PageHead title={displayNo} intro={t('displays.nameIt', { displayNo })}>
        <Deeds display={data} keeps={may('keep')} decides={may('decide')} />
      </PageHead>
      <div className="display-page">
        <p className="display-facts">
          <DisplayTag state={data.state} overdue={data.overdue} />
          <span>
            {t('displays.outOn')} <span className="code">{data.outOn ?? '–'}</span>
          </span>
          <span>
            {t('displays.dueOn')} <span className="code">{data.dueOn ?? '–'}</span>
          </span>
          <span>
            {t('displays.checklist')}{' '}
            <Link className="code" to="/checklists/$checklistNo" params={{ checklistNo: data.checklistNo }}>
              {data.checklistNo}
            </Link>
          </span>
        </p>
        <Goods display={data} />
        <Papers display={data} />
        <Counts display={data} decides={may('decide')} />
      </div>
    </>
  );
}

const figures = ['quantity', 'there', 'sold', 'back', 'returning', 'lost'] as const;

function Goods({ display }: { readonly display: WholeDisplay }) {
  const { t } = useTexts();
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('displays.goods')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('displays.goods')}</th>
            {figures.map((name) => (
              <th key={name} scope="col" className="figure">
                {t(`displays.figures.${name}`)}
              </th>
            ))}
            <th scope="col" className="figure">
              {t('displays.cover')}
            </th>
          </tr>
        </thead>
        <tbody>
          {display.goods.map((line) => (
            <tr key={line.itemNo}>
              <th scope="row" lang="zh">{`${line.itemNo} ${line.gname}`}</th>
              {figures.map((name) => (
                <td key={name} className="figure code">
                  {line[name]}
                </td>
              ))}
              <td className="figure code">{formatAmount(line.cover)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Papers({ display: { papers } }: { readonly display: WholeDisplay }) {
  const { t } = useTexts();
  if (papers.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('displays.papers')}</h2>
      <ul className="display-shops">
        {papers.map((one) => (
          <li key={one.paperNo}>
            {t(`displays.kinds.${one.kind}`)} <span className="code">{one.paperNo}</span>{' '}
            {t(`displays.paperStates.${one.state}`)} {one.handOver && t(`displays.handOvers.${one.handOver}`)}{' '}
            <span className="quiet">
              <Moment at={one.madeAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Counts({
  display: { counts },
  decides,
}: {
  readonly display: WholeDisplay;
  readonly decides: boolean;
}) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const deciding = useMutation({
    mutationFn: ({ countId, verdict }: { countId: string; verdict: 'approved' | 'rejected' }) =>
      decideCount(countId, verdict),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['displays'] }),
  });
  if (counts.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('displays.counts')}</h2>
      <ul className="display-shops">
        {counts.map(({ countId, state, lines }) => (
          <li key={countId}>
            {lines.map(({ itemNo, counted, expected }) => (
              <p key={itemNo}>{t('displays.countLine', { item: String(itemNo), counted, expected })}</p>
            ))}
            <p className="quiet">{t(`displays.countStates.${state}`)}</p>
            {decides && state === 'proposed' && (
              <div className="display-deeds">
                {(['approved', 'rejected'] as const).map((verdict) => (
                  <Button
                    key={verdict}
                    busy={deciding.isPending}
                    onClick={() => deciding.mutate({ countId, verdict })}
                  >
                    {t(`displays.verdicts.${verdict}`)}
                  </Button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
      {deciding.error && <Trouble error={deciding.error} onRetry={() => deciding.reset()} />}
    </section>
  );
}
