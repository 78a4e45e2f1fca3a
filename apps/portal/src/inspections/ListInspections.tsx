import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { AgencyName } from '../consents/Standing.tsx';
import { useTexts } from '../i18n/index.ts';
import { inspectionsOfListQuery, type ListKey } from './queries.ts';
import { InspectionTag, Waits } from './StateTag.tsx';
import { waitedFor } from './standing.ts';
import './inspections.css';

/** On the page of a list: its inspections, which agencies want them, and who is waited for since when. */
export function ListInspections({ of }: { readonly of: ListKey }) {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const allowed =
    session !== undefined && sessionAllows(session, { resource: 'inspections', action: 'read' });
  const { data } = useQuery({ ...inspectionsOfListQuery(of), enabled: allowed });
  if (!data || data.inspections.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="inspections-of-list">
      <h2 id="inspections-of-list">{t('inspections.ofList')}</h2>
      <ul className="inspections-holds">
        {data.inspections.map((row) => {
          const waited = waitedFor(row, row.openHolds);
          return (
            <li key={row.inspectionId}>
              <InspectionTag state={row.state} />{' '}
              <Link
                className="row-link"
                to="/inspections/$inspectionId"
                params={{ inspectionId: row.inspectionId }}
              >
                {t('inspections.order')}
              </Link>{' '}
              {row.agencies.map((agency) => (
                <span key={agency}>
                  · <AgencyName agency={agency} />{' '}
                </span>
              ))}
              {waited && (
                <p>
                  <Waits waited={waited} />
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
