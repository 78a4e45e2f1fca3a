import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { CertificateTag } from './CertificateTag.tsx';
import { Deeds } from './Deeds.tsx';
import { Paper } from './Paper.tsx';
import { type Certificate, certificateQuery, type Kind, tablesQuery } from './queries.ts';
import { agencyOf } from './states.ts';
import './certificates.css';

const route = getRouteApi('/goods-certificates/$certificateId');

/** A certificate: what it says, its file, what may be done about it, and the lists it answered for. */
export function CertificatePage() {
  const { t } = useTexts();
  const { certificateId } = route.useParams();
  const { data, error, refetch } = useQuery(certificateQuery(certificateId));
  const { data: tables } = useQuery(tablesQuery());
  const { data: session } = useQuery(sessionQuery());
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('app.loading')} bars={[40, 100, 100]} />;
  const kind = tables?.kinds.find(({ code }) => code === data.kind);
  const may = (action: 'file' | 'decide') =>
    session !== undefined && sessionAllows(session, { resource: 'goods-certificates', action });
  return (
    <>
      <PageHead title={data.number} intro={t('certificates.pageIntro')}>
        <Deeds
          certificate={data}
          files={may('file')}
          decides={may('decide') && kind !== undefined && kind.agency === session?.agency}
        />
      </PageHead>
      <div className="certificates-page">
        <Facts certificate={data} kind={kind} />
        <Paper certificate={data} files={may('file')} />
        <Uses certificate={data} />
      </div>
    </>
  );
}

interface FactsProps {
  readonly certificate: Certificate;
  readonly kind: Kind | undefined;
}

function Facts({ certificate, kind }: FactsProps) {
  const { t } = useTexts();
  const { origin, quantity, used, reason, decidedAt } = certificate;
  const agency = kind && agencyOf(kind.agency);
  return (
    <section className="panel">
      <p>
        <CertificateTag state={certificate.state} large />
      </p>
      {reason && (
        <p className="certificates-reason">
          {t('certificates.reason')}: <span lang="zh">{reason}</span>{' '}
          {decidedAt && (
            <span className="quiet">
              <Moment at={decidedAt} />
            </span>
          )}
        </p>
      )}
      <dl className="certificates-facts">
        <Fact name={t('certificates.kind')}>{kind ? <Said text={kind.name} /> : certificate.kind}</Fact>
        <Fact name={t('certificates.agency')}>{agency ? t(`consents.agency.${agency}`) : '–'}</Fact>
        <Fact name={t('certificates.issuer')}>
          <span lang="zh">{certificate.issuer}</span>
        </Fact>
        <Fact name={t('certificates.gcode')}>{certificate.gcode}</Fact>
        <Fact name={t('certificates.origin')}>{origin ?? t('certificates.anyOrigin')}</Fact>
        <Fact name={t('certificates.validFrom')}>{certificate.validFrom}</Fact>
        <Fact name={t('certificates.validTo')}>{certificate.validTo}</Fact>
        {quantity !== undefined && (
          <Fact name={t('certificates.quantity')}>{t('certificates.usedOf', { used, quantity })}</Fact>
        )}
        <Fact name={t('certificates.owner')}>{certificate.owner}</Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Where it answered: whose requirement, on which list, by which row of the table of recognition. */
function Uses({ certificate: { uses } }: { readonly certificate: Certificate }) {
  const { t } = useTexts();
  const { data: tables } = useQuery(tablesQuery());
  if (uses.length === 0) return <p className="quiet">{t('certificates.unused')}</p>;
  const rows = new Map(tables?.recognitions.map(({ code, why }) => [code, why]));
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption>{t('certificates.uses')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('certificates.list')}</th>
            <th scope="col">{t('certificates.recognisedBy')}</th>
            <th scope="col">{t('certificates.why')}</th>
            <th scope="col" className="figure">
              {t('certificates.quantity')}
            </th>
            <th scope="col">{t('certificates.usedAt')}</th>
          </tr>
        </thead>
        <tbody>
          {uses.map((use) => {
            const [agency, why] = [agencyOf(use.agency), rows.get(use.recognition)];
            return (
              <tr key={`${use.ebpCode}/${use.orderNo}/${use.attempt}/${use.requirement}`}>
                <th scope="row">
                  <Link
                    className="code"
                    to="/lists/$ebpCode/$orderNo"
                    params={{ ebpCode: use.ebpCode, orderNo: use.orderNo }}
                  >
                    {use.orderNo}
                  </Link>
                </th>
                <td>{agency ? t(`consents.agency.${agency}`) : use.agency}</td>
                <td>
                  {why ? <Said text={why} /> : null} <span className="code quiet">{use.recognition}</span>
                </td>
                <td className="figure code">{Number(use.quantity) > 0 ? use.quantity : '–'}</td>
                <td>
                  <Moment at={use.at} />
                  {use.givenBackAt && <> {t('certificates.givenBack')}</>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
