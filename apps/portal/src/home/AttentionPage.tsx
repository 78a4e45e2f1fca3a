import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useRefetchInterval } from '../api/live.ts';
import { sessionQuery } from '../api/session.ts';
import { groupsOf } from '../app/navigation.ts';
import { useTexts } from '../i18n/index.ts';
import { Empty } from '../ui/Empty.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Ago } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { attentionQuery } from './queries.ts';
import './attention.css';

/** Where each kind leads, and how grave it is; a kind that is not known here is left out. */
const kinds = {
  'lists-refused': { tone: 'refused', icon: 'refused', to: '/lists', search: { state: 'refused' } },
  'lists-held': { tone: 'held', icon: 'held', to: '/lists', search: { state: 'held' } },
  'questions-open': { tone: 'held', icon: 'info', to: '/questions' },
  'corrections-overdue': { tone: 'refused', icon: 'warning', to: '/corrections' },
  'corrections-open': { tone: 'held', icon: 'info', to: '/corrections' },
  'lists-waiting': { tone: 'waiting', icon: 'waiting', to: '/lists', search: { state: 'waiting' } },
  'webhooks-disabled': { tone: 'refused', icon: 'warning', to: '/webhooks' },
  'webhooks-failed': { tone: 'held', icon: 'warning', to: '/webhooks' },
  'filing-expired': { tone: 'refused', icon: 'warning', to: '/registry/enterprises' },
  'filing-expiring': { tone: 'held', icon: 'info', to: '/registry/enterprises' },
  'keys-expiring': { tone: 'held', icon: 'keyboard', to: '/keys' },
} as const satisfies Readonly<
  Record<string, { tone: string; icon: IconName; to: LinkProps['to']; search?: object }>
>;

type Kind = keyof typeof kinds;
const isKind = (kind: string): kind is Kind => Object.hasOwn(kinds, kind);

/** The beginning of an enterprise's day: what needs somebody, the gravest first, and the ways to everything else. */
export function AttentionPage() {
  const { t } = useTexts();
  const refetchInterval = useRefetchInterval();
  const { data, error, refetch } = useQuery({ ...attentionQuery(), refetchInterval });
  const items = data?.items.filter(({ kind }) => isKind(kind));
  return (
    <section className="attention-page">
      <PageHead title={t('home.title')} intro={t('home.intro')} />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[60, 50, 55]} />}
      {items?.length === 0 && <Empty title={t('home.nothing')} hint={t('home.nothingHint')} />}
      {items && items.length > 0 && (
        <ul className="attention">
          {items.map(
            ({ kind, count, since }) =>
              isKind(kind) && <Item key={kind} kind={kind} count={count} {...(since ? { since } : {})} />,
          )}
        </ul>
      )}
      <Ways />
    </section>
  );
}

interface ItemProps {
  readonly kind: Kind;
  readonly count: number;
  readonly since?: string;
}

function Item({ kind, count, since }: ItemProps) {
  const { t } = useTexts();
  const { tone, icon, ...way } = kinds[kind];
  const words = (
    <>
      <span className="attention-sign">
        <Icon name={icon} />
      </span>
      <strong>{t(`home.kind.${kind}`, { count })}</strong>
      {since && (
        <span className="quiet">
          {t('home.since')} <Ago at={since} />
        </span>
      )}
    </>
  );
  return (
    <li className={`tone-${tone}`}>
      <Link to={way.to} {...('search' in way ? { search: way.search } : {})} data-shortcut="row">
        {words}
      </Link>
    </li>
  );
}

/** Every page one may go to, as large as a thumb. */
function Ways() {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  return (
    <nav aria-label={t('home.ways')}>
      <h2>{t('home.ways')}</h2>
      {groupsOf(session, ({ to }) => to !== '/attention').map(({ text, places }) => (
        <div key={text}>
          <h3>{t(text)}</h3>
          <ul className="ways">
            {places.map(({ to, text, icon }) => (
              <li key={to}>
                <Link to={to}>
                  <Icon name={icon} />
                  {t(text)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
