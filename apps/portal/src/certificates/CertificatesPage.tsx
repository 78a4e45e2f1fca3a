import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { ownSearch } from '../app/search.ts';
import { More } from '../books/More.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Ago } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { CertificateTag } from './CertificateTag.tsx';
import { FileDialog } from './FileDialog.tsx';
import { type CertificateRow, certificatesQuery, tablesQuery } from './queries.ts';
import { agencies, agencyOf, certificateStates } from './states.ts';
import './certificates.css';

const route = getRouteApi('/goods-certificates');

/** Certificates of goods: a seller's own, or those an officer's agency accepts. */
export function CertificatesPage() {
  const { t } = useTexts();
  const { stand, agency, goods } = ownSearch(route.useSearch());
  const [filing, setFiling] = useState(false);
  const { data: session } = useQuery(sessionQuery());
  const found = useInfiniteQuery(
    certificatesQuery({
      ...(stand ? { state: stand } : {}),
      ...(agency ? { agency } : {}),
      ...(goods ? { gcode: goods } : {}),
    }),
  );
  const rows = found.data?.pages.flatMap(({ certificates }) => certificates);
  const files =
    session !== undefined && sessionAllows(session, { resource: 'goods-certificates', action: 'file' });
  return (
    <>
      <PageHead title={t('certificates.title')} intro={t('certificates.intro')}>
        {files && (
          <Button kind="primary" onClick={() => setFiling(true)}>
            {t('certificates.file')}
          </Button>
        )}
      </PageHead>
      <Wishes ofAgencies={session?.agency === undefined} />
      {found.error && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
      {!rows && !found.error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {rows?.length === 0 && <Empty title={t('certificates.none')} hint={t('certificates.noneHint')} />}
      {rows && rows.length > 0 && <Table rows={rows} />}
      <More found={found} />
      {filing && <FileDialog onClose={() => setFiling(false)} />}
    </>
  );
}

/** What is shown alone; officers see those of their own agency anyway. */
function Wishes({ ofAgencies }: { readonly ofAgencies: boolean }) {
  const { t } = useTexts();
  const { stand = '', agency = '', goods = '' } = route.useSearch();
  const navigate = useNavigate({ from: '/goods-certificates' });
  const wish = (name: 'stand' | 'agency' | 'goods', value: string) =>
    void navigate({ replace: true, search: (before) => ({ ...before, [name]: value || undefined }) });
  return (
    <search className="certificates-wishes">
      <label>
        <span>{t('certificates.state')}</span>
        <select className="field" value={stand} onChange={({ target }) => wish('stand', target.value)}>
          <option value="">{t('certificates.all')}</option>
          {certificateStates.map((one) => (
            <option key={one} value={one}>
              {t(`certificates.states.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {ofAgencies && (
        <label>
          <span>{t('certificates.agency')}</span>
          <select className="field" value={agency} onChange={({ target }) => wish('agency', target.value)}>
            <option value="">{t('certificates.all')}</option>
            {agencies.map((one) => (
              <option key={one} value={one}>
                {t(`consents.agency.${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>{t('certificates.gcode')}</span>
        <input
          className="field"
          defaultValue={goods}
          inputMode="numeric"
          maxLength={10}
          autoComplete="off"
          onChange={({ target }) => wish('goods', target.value.replace(/\D/g, ''))}
        />
      </label>
    </search>
  );
}

function Table({ rows }: { readonly rows: readonly CertificateRow[] }) {
  const { t } = useTexts();
  const { data: tables } = useQuery(tablesQuery());
  const kinds = new Map(tables?.kinds.map((kind) => [kind.code, kind]));
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('certificates.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('certificates.number')}</th>
            <th scope="col">{t('certificates.state')}</th>
            <th scope="col">{t('certificates.kind')}</th>
            <th scope="col">{t('certificates.agency')}</th>
            <th scope="col">{t('certificates.gcode')}</th>
            <th scope="col">{t('certificates.validTo')}</th>
            <th scope="col">{t('certificates.owner')}</th>
            <th scope="col">{t('certificates.filedAt')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const kind = kinds.get(row.kind);
            const agency = kind && agencyOf(kind.agency);
            return (
              <tr key={row.certificateId}>
                <th scope="row">
                  <Link
                    className="row-link code"
                    data-shortcut="row"
                    to="/goods-certificates/$certificateId"
                    params={{ certificateId: row.certificateId }}
                  >
                    {row.number}
                  </Link>
                </th>
                <td>
                  <CertificateTag state={row.state} />
                </td>
                <td>{kind ? <Said text={kind.name} /> : row.kind}</td>
                <td>{agency ? t(`consents.agency.${agency}`) : '–'}</td>
                <td className="code">{row.gcode}</td>
                <td className="code">{row.validTo}</td>
                <td className="code">{row.owner}</td>
                <td>
                  <Ago at={row.filedAt} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
