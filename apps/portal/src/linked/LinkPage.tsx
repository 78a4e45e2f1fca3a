import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Choice } from '../ui/Choice.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Ago, Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { Answers } from './Answers.tsx';
import { Deeds } from './Deeds.tsx';
import { Deliveries } from './Deliveries.tsx';
import { deliveryStates, type LinkedAgency, linkedQuery } from './queries.ts';
import { Standing } from './Standing.tsx';
import './linked.css';

/** The link to one agency: how it is, what may be done with it, and what went over it. */
export function LinkPage() {
  const { t, say } = useTexts();
  const { agency } = useParams({ from: '/agency-links/$agency' });
  const { data: session } = useQuery(sessionQuery());
  const { data, error, refetch } = useQuery(linkedQuery());
  const one = data?.agencies.find((candidate) => candidate.agency === agency);
  const may = (action: 'set' | 'confirm' | 'pause' | 'replay') =>
    session !== undefined && sessionAllows(session, { resource: 'agency-links', action });
  return (
    <>
      <PageHead
        title={one ? say(one.name) : t('linked.title')}
        intro={<Link to="/agency-links">{t('linked.back')}</Link>}
      >
        {one && <Deeds one={one} may={may} />}
      </PageHead>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[60, 100, 100]} />}
      {data && !one && <Empty title={t('linked.nobody')} hint={t('linked.nobodyHint')} />}
      {one && (
        <>
          <Health one={one} />
          <Went one={one} replays={may('replay')} />
        </>
      )}
    </>
  );
}

function Health({ one }: { readonly one: LinkedAgency }) {
  const { t } = useTexts();
  const { judge, link, waiting, oldest, deliveries } = one;
  return (
    <section className="panel linked-health" aria-labelledby="linked-health">
      <h2 id="linked-health">{t('linked.health')}</h2>
      <p>
        {t(`linked.judges.${judge}`)}
        {link && (
          <>
            {' · '}
            <Standing link={link} />
          </>
        )}
      </p>
      {link && <p className="quiet">{t(`linked.standingHint.${link.standing}`)}</p>}
      <dl className="linked-figures">
        <div>
          <dt>{t('linked.link')}</dt>
          <dd>{link ? <code>{link.address}</code> : t('linked.noLink')}</dd>
        </div>
        {link && (
          <div>
            <dt>{t('linked.changedAt')}</dt>
            <dd>
              <Moment at={link.changedAt} />
            </dd>
          </div>
        )}
        {link?.lastGoodAt && (
          <div>
            <dt>{t('linked.lastGood')}</dt>
            <dd>
              <Ago at={link.lastGoodAt} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('linked.waiting')}</dt>
          <dd>
            {waiting}
            {oldest && (
              <>
                {' · '}
                <Ago at={oldest} />
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('linked.show.waiting')}</dt>
          <dd>{deliveries.waiting}</dd>
        </div>
        <div>
          <dt>{t('linked.show.failed')}</dt>
          <dd>{deliveries.failed}</dd>
        </div>
      </dl>
    </section>
  );
}

/** What went over the link; what did not arrive stands first. */
function Went({ one, replays }: { readonly one: LinkedAgency; readonly replays: boolean }) {
  const { t } = useTexts();
  const { show = 'failed' } = useSearch({ from: '/agency-links/$agency' });
  const navigate = useNavigate({ from: '/agency-links/$agency' });
  return (
    <section className="panel linked-went" aria-labelledby="linked-went">
      <h2 id="linked-went">{t('linked.went')}</h2>
      <Choice
        label={t('linked.went')}
        value={show}
        options={[...deliveryStates, 'answers' as const].map((value) => ({
          value,
          label: t(`linked.show.${value}`),
        }))}
        onChange={(value) =>
          void navigate({
            ...{ to: '/agency-links/$agency', params: { agency: one.agency }, search: { show: value } },
          })
        }
      />
      {show === 'answers' ? (
        <Answers agency={one.agency} />
      ) : (
        <Deliveries agency={one.agency} state={show} replays={replays} />
      )}
    </section>
  );
}
