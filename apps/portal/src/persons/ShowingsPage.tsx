import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type Showing, showingsQuery } from './queries.ts';
import './persons.css';

const route = getRouteApi('/showings');

/** Who was shown personal data in full: of one's own papers, or of everybody's for auditors. */
export function ShowingsPage() {
  const { t } = useTexts();
  const { number } = route.useSearch();
  const navigate = useNavigate();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    showingsQuery(number),
  );
  const rows = data?.pages.flatMap(({ showings }) => showings);
  return (
    <>
      <PageHead title={t('persons.showings')} intro={t('persons.showingsIntro')} />
      <search className="persons-filters">
        <label>
          {t('persons.number')}{' '}
          <input
            className="field"
            type="search"
            maxLength={60}
            defaultValue={number ?? ''}
            onChange={({ target }) => {
              const asked = target.value.trim();
              void navigate({ to: '/showings', search: asked ? { number: asked } : {}, replace: true });
            }}
          />
        </label>
      </search>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!rows && !error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {rows?.length === 0 && <Empty title={t('persons.none')} hint={t('persons.noneHint')} />}
      {rows && rows.length > 0 && <ShowingsTable rows={rows} />}
      {hasNextPage && (
        <p className="persons-more">
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('persons.more')}
          </Button>
        </p>
      )}
    </>
  );
}

function ShowingsTable({ rows }: { readonly rows: readonly Showing[] }) {
  const { t } = useTexts();
  const audited = rows.some(({ address }) => address !== undefined);
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('persons.showings')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('persons.at')}</th>
            <th scope="col">{t('persons.what')}</th>
            <th scope="col">{t('persons.papers')}</th>
            <th scope="col">{t('persons.reader')}</th>
            <th scope="col">{t('persons.reason')}</th>
            {audited && <th scope="col">{t('persons.address')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.at} ${row.number} ${row.readerId}`}>
              <td className="persons-at">
                <Moment at={row.at} />
              </td>
              <th scope="row">
                <What showing={row} />
              </th>
              <td>
                <Papers showing={row} />
              </td>
              <td>
                <Reader showing={row} />
              </td>
              <td lang="zh-CN">{row.reason}</td>
              {audited && <td className="code">{row.address}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const paperNames = ['order', 'payment', 'waybill', 'declaration', 'payment-record', 'account'] as const;
const roles = ['enterprise', 'operator', 'officer', 'consumer', 'auditAdministrator'] as const;
const agencies = ['customs', 'tax', 'market', 'commerce', 'public-security', 'post', 'forex'] as const;

/** The word of a list that a word of the server is; nothing where it has none of ours. */
const known = <Word extends string>(word: string, words: readonly Word[]): Word | undefined =>
  words.find((one) => one === word);

function What({ showing: { kind, ebpCode, number } }: { readonly showing: Showing }) {
  const { t } = useTexts();
  if (kind === 'own-data') return <>{t('persons.kind.own-data')}</>;
  return (
    <>
      {kind === 'list' ? (
        <Link to="/lists/$ebpCode/$orderNo" params={{ ebpCode, orderNo: number }} className="code">
          {number}
        </Link>
      ) : (
        <span className="code">{number}</span>
      )}
      <small className="persons-under">{t(`persons.kind.${kind}`)}</small>
    </>
  );
}

function Papers({ showing: { papers } }: { readonly showing: Showing }) {
  const { t } = useTexts();
  const names = papers.map((paper) => {
    const name = known(paper, paperNames);
    return name ? t(`persons.paper.${name}`) : paper;
  });
  return <>{names.join(' · ')}</>;
}

/** Who it was: an enterprise by its code, an officer by agency and office. */
function Reader({ showing }: { readonly showing: Showing }) {
  const { t } = useTexts();
  const role = known(showing.role, roles);
  const [first = '', ...rest] = showing.reader.split(' ');
  const agency = known(first, agencies);
  const of = [agency ? t(`accounts.agencies.${agency}`) : first, ...rest].join(' ');
  return (
    <>
      {role ? t(`accounts.roles.${role}`) : showing.role}
      {showing.reader !== showing.role && <small className="persons-under">{of}</small>}
    </>
  );
}
