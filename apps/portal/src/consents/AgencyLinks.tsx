import { useQuery } from '@tanstack/react-query';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Ago } from '../ui/Moment.tsx';
import { Said } from '../ui/Said.tsx';
import { type AgencyLink, agencyLinksQuery } from './queries.ts';
import './consents.css';

/** On the page of links: who decides for each agency, whether its link is well, and how much waits for it. */
export function AgencyLinks() {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const allowed =
    session !== undefined && sessionAllows(session, { resource: 'agency-links', action: 'read' });
  const { data } = useQuery({ ...agencyLinksQuery(), enabled: allowed });
  if (!data) return null;
  return (
    <section className="panel consents-links" aria-labelledby="agency-links">
      <h2 id="agency-links">{t('consents.links.title')}</h2>
      <div className="table-scroll">
        <table className="table">
          <caption className="sr-only">{t('consents.links.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('consents.links.agency')}</th>
              <th scope="col">{t('consents.links.judge')}</th>
              <th scope="col">{t('consents.links.link')}</th>
              <th scope="col" className="figure">
                {t('consents.links.waiting')}
              </th>
              <th scope="col" className="figure">
                {t('consents.links.undelivered')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.agencies.map((one) => (
              <Row key={one.agency} one={one} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ one }: { readonly one: AgencyLink }) {
  const { t } = useTexts();
  const { name, judge, link, waiting, oldest, deliveries } = one;
  return (
    <tr>
      <th scope="row">
        <Said text={name} />
      </th>
      <td>{t(`consents.links.${judge}`)}</td>
      <td>
        {link === undefined ? t('consents.links.noLink') : <code>{link.address}</code>}{' '}
        {link?.failingSince && (
          <span className="consents-late">
            {t('consents.links.failing')} <Ago at={link.failingSince} /> · <code>{link.fault}</code>
          </span>
        )}
      </td>
      <td className="figure">
        {waiting}
        {oldest && (
          <>
            {' · '}
            <Ago at={oldest} />
          </>
        )}
      </td>
      <td className="figure">{deliveries.waiting + deliveries.failed}</td>
    </tr>
  );
}
