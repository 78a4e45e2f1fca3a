import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { More } from '../books/More.tsx';
import { AgencyName } from '../consents/Standing.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { AskDialog } from './AskDialog.tsx';
import {
  agencies,
  type InspectionRow,
  type InspectionsFilter,
  inspectionsQuery,
  sitesQuery,
  states,
} from './queries.ts';
import { InspectionTag, Waits } from './StateTag.tsx';
import { waitedFor } from './standing.ts';
import './inspections.css';

const route = getRouteApi('/inspections');

/** Inspections: one's own, or those of the zone; who is waited for stands in each row. */
export function InspectionsPage() {
  const { t } = useTexts();
  const filter = route.useSearch();
  const [asking, setAsking] = useState(false);
  const { data: session } = useQuery(sessionQuery());
  const found = useInfiniteQuery(inspectionsQuery(filter));
  const rows = found.data?.pages.flatMap(({ inspections }) => inspections);
  const asks = session !== undefined && sessionAllows(session, { resource: 'inspections', action: 'ask' });
  return (
    <>
      <PageHead title={t('inspections.title')} intro={t('inspections.intro')}>
        {asks && <Button onClick={() => setAsking(true)}>{t('inspections.ask')}</Button>}
        <Link className="button button-plain" to="/inspections/calendar">
          {t('inspections.calendar')}
        </Link>
      </PageHead>
      <div className="inspections-page">
        <Filters filter={filter} />
        {found.error && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
        {!rows && !found.error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
        {rows?.length === 0 && <Empty title={t('inspections.none')} hint={t('inspections.noneHint')} />}
        {rows && rows.length > 0 && <Rows rows={rows} />}
        <More found={found} />
      </div>
      {asking && <AskDialog onClose={() => setAsking(false)} />}
    </>
  );
}

function Filters({ filter }: { readonly filter: InspectionsFilter }) {
  const { t } = useTexts();
  const navigate = route.useNavigate();
  const { data } = useQuery(sitesQuery());
  const offices = [...new Set(data?.sites.map(({ customsCode }) => customsCode))].sort();
  const set = (name: keyof InspectionsFilter) => (value: string) => {
    const { [name]: _before, ...others } = filter;
    const search: InspectionsFilter = value === '' ? others : { ...others, [name]: value };
    void navigate({ to: '/inspections', search });
  };
  return (
    <search className="filters" aria-label={t('inspections.title')}>
      <Pick
        label={t('inspections.stage')}
        any={t('inspections.all')}
        value={filter.stage}
        options={states.map((one) => [one, t(`inspections.states.${one}`)])}
        onChange={set('stage')}
      />
      <Pick
        label={t('inspections.agency')}
        any={t('inspections.anyAgency')}
        value={filter.agency}
        options={agencies.map((one) => [one, t(`consents.agency.${one}`)])}
        onChange={set('agency')}
      />
      <Pick
        label={t('inspections.office')}
        any={t('inspections.anyOffice')}
        value={filter.office}
        options={offices.map((one) => [one, one])}
        onChange={set('office')}
      />
    </search>
  );
}

interface PickProps {
  readonly label: string;
  readonly any: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

function Pick({ label, any, value = '', options, onChange }: PickProps) {
  return (
    <select
      className="field"
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{any}</option>
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  );
}

function Rows({ rows }: { readonly rows: readonly InspectionRow[] }) {
  const { t } = useTexts();
  const heads = ['goods', 'stage', 'whoWaits', 'agency', 'list', 'slot', 'office', 'openedAt'] as const;
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('inspections.title')}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`inspections.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.inspectionId} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row }: { readonly row: InspectionRow }) {
  const { t } = useTexts();
  const waited = waitedFor(row, row.openHolds);
  return (
    <tr>
      <th scope="row">
        <Link
          className="row-link"
          data-shortcut="row"
          to="/inspections/$inspectionId"
          params={{ inspectionId: row.inspectionId }}
        >
          <span lang="zh">{row.goodsName}</span>
        </Link>
      </th>
      <td>
        <InspectionTag state={row.state} />
      </td>
      <td>{waited && <Waits waited={waited} />}</td>
      <td>
        {row.agencies.map((agency, at) => (
          <span key={agency}>
            {at > 0 && ' · '}
            <AgencyName agency={agency} />
          </span>
        ))}
      </td>
      <td>{t('inspections.listsCount', { count: row.lists })}</td>
      <td>{row.startsAt ? <Moment at={row.startsAt} /> : t('inspections.noSlot')}</td>
      <td className="code">{row.customsCode}</td>
      <td>
        <Moment at={row.openedAt} />
      </td>
    </tr>
  );
}
