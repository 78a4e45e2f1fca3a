import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRefetchInterval } from '../api/live.ts';
import { useTexts } from '../i18n/index.ts';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { Corrections } from './Corrections.tsx';
import { Deeds } from './Deeds.tsx';
import { Holds } from './Holds.tsx';
import { type Inspection, inspectionQuery, sitesQuery } from './queries.ts';
import { InspectionTag, SampleTag, Waits } from './StateTag.tsx';
import { Steps } from './Steps.tsx';
import { waitedFor } from './standing.ts';
import './inspections.css';

const route = getRouteApi('/inspections/$inspectionId');

/** One inspection: who is waited for, what each agency wants and what was found, samples, photos, and what was done. */
export function InspectionPage() {
  const { t } = useTexts();
  const { inspectionId } = route.useParams();
  const refetchInterval = useRefetchInterval();
  const { data, error, refetch } = useQuery({ ...inspectionQuery(inspectionId), refetchInterval });
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('app.loading')} bars={[40, 100, 100, 70]} />;
  return (
    <>
      <PageHead title={t('inspections.order')} intro={<span className="code">{inspectionId}</span>}>
        <Deeds inspection={data} />
      </PageHead>
      <div className="inspections-page">
        <Facts inspection={data} />
        <Holds inspection={data} />
        <Corrections inspection={data} />
        {data.samples.length > 0 && <Samples samples={data.samples} />}
        {data.photos.length > 0 && <Photos inspection={data} />}
        <Steps steps={data.steps} />
      </div>
    </>
  );
}

function Facts({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTexts();
  const { state, startsAt, siteCode, customsCode, openedAt, noShows, officer, secondOfficer } = inspection;
  const open = inspection.holds.filter((hold) => hold.state === 'open').length;
  const untested = inspection.samples.filter(
    (sample) => sample.state !== 'conforming' && sample.state !== 'nonconforming',
  ).length;
  const waited = waitedFor(inspection, open, untested, inspection.steps);
  return (
    <section className="panel">
      <dl className="inspections-facts">
        <div>
          <dt>{t('inspections.stage')}</dt>
          <dd>
            <InspectionTag state={state} />
          </dd>
        </div>
        {waited && (
          <div>
            <dt>{t('inspections.whoWaits')}</dt>
            <dd>
              <Waits waited={waited} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('inspections.slot')}</dt>
          <dd>{startsAt ? <Moment at={startsAt} /> : t('inspections.noSlot')}</dd>
        </div>
        {siteCode && (
          <div>
            <dt>{t('inspections.site')}</dt>
            <dd>
              <SiteName siteCode={siteCode} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('inspections.office')}</dt>
          <dd className="code">{customsCode}</dd>
        </div>
        <div>
          <dt>{t('inspections.openedAt')}</dt>
          <dd>
            <Moment at={openedAt} />
          </dd>
        </div>
        {officer && (
          <div>
            <dt>{t('inspections.officers')}</dt>
            <dd lang="zh">{[officer, secondOfficer].filter(Boolean).join(' · ')}</dd>
          </div>
        )}
        {noShows > 0 && (
          <div>
            <dt>{t('inspections.stepKinds.no-show')}</dt>
            <dd>{t('inspections.noShows', { count: noShows })}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function SiteName({ siteCode }: { readonly siteCode: string }) {
  const { data } = useQuery(sitesQuery());
  const site = data?.sites.find((one) => one.siteCode === siteCode);
  if (!site) return <span className="code">{siteCode}</span>;
  return (
    <>
      <Said text={site.name} /> <span lang="zh">{site.address}</span>
    </>
  );
}

function Samples({ samples }: { readonly samples: Inspection['samples'] }) {
  const { t } = useTexts();
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption>{t('inspections.samples')}</caption>
        <thead>
          <tr>
            {(['sampleNo', 'goods', 'stage', 'sealNo', 'laboratory', 'reportNo'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`inspections.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {samples.map((sample) => (
            <tr key={sample.sampleNo}>
              <th scope="row" className="code">
                {sample.sampleNo}
              </th>
              <td lang="zh">{sample.what}</td>
              <td>
                <SampleTag state={sample.state} />
              </td>
              <td className="code">{sample.sealNo}</td>
              <td lang="zh">{sample.laboratory}</td>
              <td className="code">{sample.reportNo}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Where the picture of a photo is. */
const photoAddress = (inspectionId: string, photoId: string): string =>
  `/api/inspections/${inspectionId}/photos/${photoId}`;

function Photos({ inspection: { inspectionId, photos } }: { readonly inspection: Inspection }) {
  const { t } = useTexts();
  return (
    <section className="panel">
      <h2>{t('inspections.photos')}</h2>
      <ul className="inspections-photos">
        {photos.map(({ photoId, shows, width, height, orderNo }) => (
          <li key={photoId}>
            <a href={photoAddress(inspectionId, photoId)} target="_blank" rel="noreferrer">
              <img
                src={photoAddress(inspectionId, photoId)}
                alt={shows}
                lang="zh"
                width={width}
                height={height}
                loading="lazy"
              />
            </a>
            <p className="quiet">
              <span lang="zh">{shows}</span> <span className="code">{orderNo}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
