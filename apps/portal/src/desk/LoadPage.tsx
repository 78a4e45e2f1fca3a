import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { components } from '../api/schema.gen.ts';
import { useTexts } from '../i18n/index.ts';
import { Bars } from '../ui/charts/Bars.tsx';
import { Lines } from '../ui/charts/Lines.tsx';
import { formatClock, formatCount } from '../ui/format.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { loadQuery } from './queries.ts';
import './desk.css';

type Load = components['schemas']['DeskLoad'];

const refreshMs = 4_000;

/** What waits, how old it is, what comes and goes, and who has how much in hand; read anew every few seconds. */
export function LoadPage() {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery({ ...loadQuery(undefined), refetchInterval: refreshMs });
  return (
    <section className="desk-page">
      <Link to="/desk" className="back">
        {t('desk.back')}
      </Link>
      <PageHead title={t('desk.load.title')} intro={t('desk.load.intro')} />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {data && <Figures load={data} />}
    </section>
  );
}

function Figures({ load }: { readonly load: Load }) {
  const { t, locale } = useTexts();
  const write = (value: number): string => formatCount(value, locale);
  return (
    <>
      <dl className="desk-sums">
        {(['open', 'overdue', 'free'] as const).map((name) => (
          <div key={name} className={name === 'overdue' && load.overdue > 0 ? 'desk-late' : undefined}>
            <dt>{t(`desk.load.${name}`)}</dt>
            <dd>{write(load[name])}</dd>
          </div>
        ))}
      </dl>
      <div className="desk-charts">
        <section className="panel">
          <Lines
            title={t('desk.load.flow')}
            description={t('desk.load.flowSays')}
            series={[
              { key: 'opened', label: t('desk.load.opened'), tone: 'warning' },
              { key: 'closed', label: t('desk.load.closed'), tone: 'success' },
            ]}
            points={load.flow.map(({ hour, opened, closed }) => ({
              label: formatClock(hour).slice(0, 5),
              values: { opened, closed },
            }))}
            write={write}
          />
        </section>
        <section className="panel">
          <Bars
            title={t('desk.load.ages')}
            description={t('desk.load.agesSays')}
            series={[{ key: 'cases', label: t('desk.load.cases'), tone: 'primary' }]}
            points={load.ages.map(({ underHours, cases }) => ({
              label:
                underHours === undefined ? t('desk.load.older') : t('desk.load.under', { hours: underHours }),
              values: { cases },
            }))}
            write={write}
          />
        </section>
      </div>
      <Officers officers={load.officers} write={write} />
    </>
  );
}

interface OfficersProps {
  readonly officers: Load['officers'];
  readonly write: (value: number) => string;
}

function Officers({ officers, write }: OfficersProps) {
  const { t } = useTexts();
  return (
    <section className="panel" aria-labelledby="desk-officers">
      <h2 id="desk-officers">{t('desk.load.officers')}</h2>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('desk.load.officer')}</th>
              <th scope="col" className="figure">
                {t('desk.load.inHand')}
              </th>
              <th scope="col" className="figure">
                {t('desk.load.decided')}
              </th>
            </tr>
          </thead>
          <tbody>
            {officers.map(({ officer, inHand, decided }) => (
              <tr key={officer}>
                <th scope="row">{officer}</th>
                <td className="figure">{write(inHand)}</td>
                <td className="figure">{write(decided)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
