import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { ListAgencies } from '../consents/ListAgencies.tsx';
import { useTexts } from '../i18n/index.ts';
import { ApplyForExport } from '../returns/ApplyForExport.tsx';
import { Button } from '../ui/Button.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { ExportTag } from './ExportTag.tsx';
import { GoodsPapers } from './GoodsPapers.tsx';
import { History } from './History.tsx';
import { Proposals } from './Proposals.tsx';
import { type ExportDetail, exportQuery, type NewDecision } from './queries.ts';
import './exports.css';

const route = getRouteApi('/exports/$ebcCode/$ebpCode/$orderNo');
const acts = ['refuse', 'inspect', 'release'] as const satisfies readonly NewDecision['act'][];

/** One export list: how it stands and why, what is missing, the way it is finished, where its goods are. */
export function ExportPage() {
  const { t } = useTexts();
  const key = route.useParams();
  const [act, setAct] = useState<NewDecision['act']>();
  const { data: session } = useQuery(sessionQuery());
  const { data, error, refetch } = useQuery(exportQuery(key));
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />;
  const { list } = data;
  const decides =
    list.state === 'held' &&
    session !== undefined &&
    sessionAllows(session, { resource: 'exports', action: 'decide' });
  const proposed = data.proposals?.some(({ state }) => state === 'open') ?? false;
  return (
    <>
      <PageHead
        title={list.orderNo}
        intro={
          <>
            <ExportTag state={list.state} large /> <span className="code">{list.returnStatus}</span>
          </>
        }
      >
        {decides &&
          !proposed &&
          acts.map((one) => (
            <Button key={one} kind={one === 'release' ? 'primary' : 'plain'} onClick={() => setAct(one)}>
              {t(`exports.acts.${one}`)}
            </Button>
          ))}
        <ApplyForExport detail={data} />
      </PageHead>
      <div className="exports-page">
        <Proposals detail={data} decides={decides} />
        <Numbers detail={data} />
        <Papers detail={data} />
        <Finish detail={data} />
        <Findings detail={data} />
        <ListAgencies of={list} />
        <Goods detail={data} />
        <GoodsPapers papers={data.goodsPapers} list={list} />
        <History steps={data.history} />
      </div>
      {act && (
        <DecideDialog
          {...(data.acts?.find((one) => one.act === act) ?? { act, reasons: [] })}
          list={list}
          onClose={() => setAct(undefined)}
        />
      )}
    </>
  );
}

interface DetailProps {
  readonly detail: ExportDetail;
}

function Numbers({ detail: { list, summary } }: DetailProps) {
  const { t } = useTexts();
  const told: readonly (readonly [label: string, value: string | undefined, zh?: boolean])[] = [
    [t('exports.seller'), `${list.ebcName} ${list.ebcCode}`, true],
    [t('exports.platform'), `${list.ebpName} ${list.ebpCode}`, true],
    [t('exports.declarant'), `${list.agentName} ${list.agentCode}`, true],
    [t('exports.invtNo'), list.invtNo],
    [t('exports.preNo'), list.preNo],
    [t('exports.waybill'), `${list.logisticsCode} ${list.logisticsNo}`],
    [t('exports.offices'), `${list.customsCode} → ${list.portCode}`],
    [t('exports.way'), `${list.tradeMode} ${t(`exports.flags.${list.statisticsFlag === 'A' ? 'A' : 'B'}`)}`],
  ];
  return (
    <section className="panel">
      <dl className="exports-numbers">
        {told.map(
          ([label, value, zh]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd lang={zh ? 'zh' : undefined}>{value}</dd>
              </div>
            ),
        )}
        {summary && (
          <div>
            <dt>{t('exports.summary')}</dt>
            <dd>
              <SummaryLink {...summary} />
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function SummaryLink({ sumNo, declSeqNo }: NonNullable<ExportDetail['summary']>) {
  const { t } = useTexts();
  return declSeqNo ? (
    <Link to="/summaries/$declSeqNo" params={{ declSeqNo }}>
      {t('exports.summaries.summed-up')} {declSeqNo}
    </Link>
  ) : (
    <Link to="/summaries/applications/$sumNo" params={{ sumNo }}>
      {t('exports.summaries.applied')} {sumNo}
    </Link>
  );
}

function Papers({ detail: { papers, list } }: DetailProps) {
  const { t } = useTexts();
  return (
    <section className="panel">
      <h2>{t('exports.papers')}</h2>
      <ul className="exports-papers">
        {papers.map(({ paper, onFile, needed, changedSince }) => (
          <li key={paper} className={onFile ? 'tone-released' : needed ? 'tone-held' : 'tone-withdrawn'}>
            <span>{t(`exports.paperNames.${paper}`)}</span>{' '}
            <strong>{t(onFile ? 'exports.onFile' : needed ? 'exports.missing' : 'exports.notNeeded')}</strong>
            {changedSince && (
              <>
                {' '}
                <span className="quiet">{t('exports.changedSince')}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {list.deadline && (
        <p className="quiet">
          {t('exports.deadline')} <Moment at={list.deadline} />
        </p>
      )}
    </section>
  );
}

function Finish({ detail: { finish } }: DetailProps) {
  const { t } = useTexts();
  if (!finish) return null;
  return (
    <section className="panel">
      <h2>{t('exports.finish')}</h2>
      <p>
        <strong>{t(`exports.routes.${finish.route as 'DECLARATION'}`)}</strong>
        {' · '}
        {t('exports.digits', { count: finish.hsDigits })}
      </p>
      <p>
        <Said text={finish.sentence} />
      </p>
      <p className="quiet">
        {finish.rule} · <span lang="zh">{finish.source}</span> · {finish.confidence}
      </p>
    </section>
  );
}

function Findings({ detail: { findings } }: DetailProps) {
  const { t } = useTexts();
  if (findings.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('exports.findings')}</h2>
      <ul className="exports-findings">
        {findings.map(({ code, path, message, remedy, rule, severity }) => (
          <li key={`${code} ${path}`} className={severity === 'refuse' ? 'tone-refused' : 'tone-held'}>
            <p>
              <Said text={message} />
            </p>
            <p>
              <Said text={remedy} />
            </p>
            <p className="quiet code">
              {code} · {path} · {rule}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Goods({ detail: { items } }: DetailProps) {
  const { t } = useTexts();
  return (
    <section className="panel table-scroll">
      <h2>{t('exports.goods')}</h2>
      <table className="table">
        <caption className="sr-only">{t('exports.goods')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('exports.gcode')}</th>
            <th scope="col">{t('exports.gname')}</th>
            <th scope="col" className="figure">
              {t('exports.qty')}
            </th>
            <th scope="col" className="figure">
              {t('exports.price')}
            </th>
            <th scope="col" className="figure">
              {t('exports.value')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.gnum}>
              <th scope="row" className="code">
                {item.gcode}
              </th>
              <td lang="zh">{item.gname}</td>
              <td className="figure code">{item.qty}</td>
              <td className="figure code">{item.price}</td>
              <td className="figure code">{item.totalPrice}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
