import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type ReturnDetail, returnQuery } from './queries.ts';
import { ReturnDeeds } from './ReturnDeeds.tsx';
import './returns.css';

const route = getRouteApi('/returns/$returnNo');

/** One cancellation or return: where it stands, its goods, what it gave back, and its steps. */
export function ReturnPage() {
  const { t } = useTexts();
  const { returnNo } = route.useParams();
  const { data, error, refetch } = useQuery(returnQuery(returnNo));
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('app.loading')} bars={[40, 100, 100, 70]} />;
  const { direction, kind, state } = data.file;
  return (
    <>
      <PageHead
        title={returnNo}
        intro={[
          t(`returns.directions.${direction}`),
          t(`returns.kinds.${kind}`),
          t(`returns.states.${state}`),
        ].join(' · ')}
      >
        <ReturnDeeds detail={data} />
      </PageHead>
      <div className="returns-page">
        <Facts file={data.file} />
        {data.lines.length > 0 && <Goods detail={data} />}
        {data.dispositions.length > 0 && <Dispositions rows={data.dispositions} />}
        <Steps steps={data.steps} />
      </div>
    </>
  );
}

interface FactsProps {
  readonly file: ReturnDetail['file'];
}

function Facts({ file }: FactsProps) {
  const { t } = useTexts();
  const days = [
    ['releasedOn', file.releasedOn],
    ['applyBy', file.applyBy],
    ['arriveBy', file.arriveBy],
    ['arrivedOn', file.arrivedOn],
    ['taxFreeBy', file.taxFreeBy],
  ] as const;
  return (
    <section className="panel">
      <dl className="returns-facts">
        <div>
          <dt className="quiet">{t('returns.list')}</dt>
          <dd>
            <ListLink file={file} />
          </dd>
        </div>
        <div>
          <dt className="quiet">{t('returns.reason')}</dt>
          <dd lang="zh">{file.reason}</dd>
        </div>
        {file.cause && (
          <div>
            <dt className="quiet">{t('returns.cause')}</dt>
            <dd>{t(`returns.causes.${file.cause}`)}</dd>
          </div>
        )}
        {file.proof && (
          <div>
            <dt className="quiet">{t('returns.proof')}</dt>
            <dd>
              {t(`returns.proofs.${file.proof.kind}`)} <span lang="zh">{file.proof.number}</span>
            </dd>
          </div>
        )}
        {days.flatMap(([name, day]) =>
          day === null ? (
            []
          ) : (
            <div key={name}>
              <dt className="quiet">{t(`returns.${name}`)}</dt>
              <dd>{day}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}

/** To the page of the list, where it is on file. */
function ListLink({ file: { direction, ebcCode, ebpCode, orderNo, invtNo } }: FactsProps) {
  if (orderNo === '') return invtNo;
  if (direction === 'import')
    return (
      <Link to="/lists/$ebpCode/$orderNo" params={{ ebpCode, orderNo }}>
        {invtNo}
      </Link>
    );
  return (
    <Link to="/exports/$ebcCode/$ebpCode/$orderNo" params={{ ebcCode, ebpCode, orderNo }}>
      {invtNo}
    </Link>
  );
}

function Goods({ detail: { file, lines, given } }: { readonly detail: ReturnDetail }) {
  const { t } = useTexts();
  const outward = file.direction === 'export';
  const kinds = outward ? (['value'] as const) : (['tax', 'allowance', 'stock'] as const);
  const back = (gnum: number, kind: string) =>
    given.find((one) => one.gnum === gnum && one.kind === kind)?.amount;
  const found = (line: ReturnDetail['lines'][number]) => {
    if (line.original === null) return '';
    if (!line.original) return t('returns.notOriginal');
    if (outward) return `${t('returns.duty')}: ${t(line.taxFree ? 'returns.free' : 'returns.taxed')}`;
    return line.saleable ? t('returns.saleable') : t('returns.notSaleable');
  };
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption>{t('returns.goods')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('returns.goods')}</th>
            <th scope="col" className="figure">
              {t('returns.quantity')}
            </th>
            <th scope="col">{t('returns.found')}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className="figure">
                {t(`returns.given.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.gnum}>
              <th scope="row">
                {line.gnum} <span lang="zh">{line.gname}</span>
              </th>
              <td className="figure code">{t('returns.of', { part: line.quantity, whole: line.bought })}</td>
              <td>{found(line)}</td>
              {kinds.map((kind) => (
                <td key={kind} className="figure code">
                  {back(line.gnum, kind) ?? '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Dispositions({ rows }: { readonly rows: ReturnDetail['dispositions'] }) {
  const { t } = useTexts();
  return (
    <section className="panel">
      <h2>{t('returns.dispositions')}</h2>
      <ul className="returns-steps">
        {rows.map((row) => (
          <li key={`${row.at} ${row.kind} ${row.paper}`}>
            <strong>{t(`returns.ways.${row.kind}`)}</strong> {row.gnum} × {row.quantity} ·{' '}
            <span lang="zh">{row.paper}</span> <Moment at={row.at} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Steps({ steps }: { readonly steps: ReturnDetail['steps'] }) {
  const { t } = useTexts();
  return (
    <section className="panel">
      <h2>{t('returns.steps')}</h2>
      <ol className="returns-steps">
        {steps.map((step) => (
          <li key={`${step.at} ${step.to}`}>
            <strong>{t(`returns.states.${step.to}`)}</strong> · {t(`returns.by.${step.by}`)}{' '}
            <Moment at={step.at} /> <span lang="zh">{step.note}</span>
            {step.findings.length > 0 && (
              <ul>
                {step.findings.map(({ code, path, message, remedy }) => (
                  <li key={`${code} ${path}`}>
                    <Said text={message} /> <Said text={remedy} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
