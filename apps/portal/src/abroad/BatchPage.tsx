import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Bars } from '../ui/charts/Bars.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { Happened } from './Happened.tsx';
import { type BatchDetail, batchQuery } from './queries.ts';
import { Refund } from './Refund.tsx';
import { CancelDialog, DepartDialog, SaleDialog, TellDialog } from './TellDialog.tsx';
import './abroad.css';

const route = getRouteApi('/abroad/$enterprise/$batchNo');
const dialogs = { tell: TellDialog, sell: SaleDialog, cancel: CancelDialog, depart: DepartDialog } as const;
/** What may be done next, what matters most last. */
const deeds = { booked: ['cancel', 'depart'], departed: ['tell', 'sell'], cancelled: [] } as const;

/** One batch: where its goods are, what became of them, and the refund that follows. */
export function BatchPage() {
  const { t } = useTexts();
  const key = route.useParams();
  const [chosen, setChosen] = useState(0);
  const [doing, setDoing] = useState<keyof typeof dialogs>();
  const { data: session } = useQuery(sessionQuery());
  const { data: batch, error, refetch } = useQuery(batchQuery(key));
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!batch) return <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />;
  const line = batch.lines[chosen] ?? batch.lines[0];
  const keeps =
    session !== undefined && sessionAllows(session, { resource: 'overseas-stock', action: 'keep' });
  const Doing = doing && dialogs[doing];
  return (
    <>
      <PageHead title={batch.batchNo} intro={t(`abroad.states.${batch.state}`)}>
        {keeps &&
          deeds[batch.state].map((deed, at) => (
            <Button key={deed} kind={at === 1 ? 'primary' : 'plain'} onClick={() => setDoing(deed)}>
              {t(`abroad.${deed}`)}
            </Button>
          ))}
      </PageHead>
      <div className="abroad-page">
        <Numbers batch={batch} />
        <Whereabouts batch={batch} />
        <Lines batch={batch} chosen={line?.line} onChoose={setChosen} />
        {batch.state === 'departed' && <Refund batch={key} claims={keeps} />}
        <Happened batch={key} />
      </div>
      {Doing && line && <Doing batch={key} line={line} onClose={() => setDoing(undefined)} />}
    </>
  );
}

/** What the booking says of all its goods. */
function Numbers({ batch }: { readonly batch: BatchDetail }) {
  const { t } = useTexts();
  const told: readonly (readonly [label: string, value: string | null])[] = [
    [t('abroad.exporter'), batch.enterprise],
    [t('abroad.warehouseNo'), batch.warehouseNo],
    [t('abroad.consignee'), batch.consignee],
    [t('abroad.packages'), String(batch.packages)],
    [t('abroad.grossWeight'), batch.grossWeight],
    [t('abroad.sellerKind'), t(`abroad.sellerKinds.${batch.sellerKind}`)],
    [t('abroad.plannedOn'), batch.plannedOn],
    [t('abroad.exportNo'), batch.exportNo],
    [t('abroad.departedOn'), batch.departedOn],
  ];
  return (
    <section className="panel">
      <dl className="facts-list">
        {told.map(
          ([label, value]) =>
            value !== null && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}

const places = [
  ['sold', 'success'],
  ['warehouse', 'quiet'],
  ['transit', 'info'],
  ['returned', 'warning'],
  ['lost', 'error'],
] as const;

/** Where the goods of each line are, as stacked bars. */
function Whereabouts({ batch }: { readonly batch: BatchDetail }) {
  const { t, locale } = useTexts();
  if (batch.state !== 'departed') return null;
  return (
    <section className="panel">
      <Bars
        title={t('abroad.whereabouts')}
        description={t('abroad.whereaboutsOf', { count: batch.lines.length })}
        series={places.map(([key, tone]) => ({ key, label: t(`abroad.places.${key}`), tone }))}
        points={batch.lines.map((line) => ({
          label: `${line.line} ${line.gname}`,
          values: Object.fromEntries(places.map(([key]) => [key, Number(line[key])])),
        }))}
        write={(value) => value.toLocaleString(locale)}
      />
    </section>
  );
}

interface LinesProps {
  readonly batch: BatchDetail;
  readonly chosen: number | undefined;
  readonly onChoose: (place: number) => void;
}

function Lines({ batch, chosen, onChoose }: LinesProps) {
  const { t } = useTexts();
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption>{t('abroad.lines')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('abroad.line')}</th>
            <th scope="col">{t('abroad.gname')}</th>
            <th scope="col">{t('abroad.quantity')}</th>
            {places.map(([key]) => (
              <th key={key} scope="col">
                {t(`abroad.places.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {batch.lines.map((line, place) => (
            <tr key={line.line} className={line.line === chosen ? 'abroad-chosen' : ''}>
              <th scope="row">
                <button
                  type="button"
                  className="abroad-line"
                  data-shortcut="row"
                  aria-pressed={line.line === chosen}
                  onClick={() => onChoose(place)}
                >
                  {line.line} · {line.goodsNo}
                </button>
              </th>
              <td>
                <span lang="zh">{line.gname}</span> <span className="code quiet">{line.gcode}</span>
              </td>
              <td>{line.quantity}</td>
              {places.map(([key]) => (
                <td key={key}>{line[key]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
