import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Choice } from '../ui/Choice.tsx';
import { setServerNow } from '../ui/now.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { Dispatches } from './Dispatches.tsx';
import { LinkCard } from './LinkCard.tsx';
import { dispatchStates, type LinkData, linksQuery } from './queries.ts';
import { Unmatched, Unreadable } from './Strays.tsx';
import './links.css';

/** The links to agencies: how they are, what went wrong, and sending it again. */
export function LinksPage() {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(linksQuery());
  useEffect(() => {
    if (data) setServerNow(data.now);
  }, [data]);
  return (
    <>
      <PageHead title={t('links.title')} intro={t('links.intro')} />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[50, 100, 100, 80]} />}
      {data?.links.map((link) => (
        <section key={link.agency} className="panel links-link" aria-labelledby={`link-${link.agency}`}>
          <LinkCard link={link} />
          <Below link={link} />
        </section>
      ))}
    </>
  );
}

/** What of a link one wants to see: where something is wrong comes first. */
function Below({ link }: { readonly link: LinkData }) {
  const { t } = useTexts();
  const { show = 'lost' } = useSearch({ from: '/links' });
  const navigate = useNavigate({ from: '/links' });
  const { waiting, sent, lost, failed } = link.dispatches;
  const counts: Readonly<Record<string, number>> = {
    ...{ waiting, sent, lost, failed },
    ...{ unmatched: link.unmatched, unreadable: link.unreadable },
  };
  const kinds = [...dispatchStates, 'unmatched', 'unreadable'] as const;
  return (
    <>
      <Choice
        label={t('links.showLabel')}
        value={show}
        options={kinds.map((value) => ({
          value,
          label:
            counts[value] === undefined
              ? t(`links.show.${value}`)
              : `${t(`links.show.${value}`)} ${counts[value]}`,
        }))}
        onChange={(value) =>
          void navigate({ to: '/links', search: (search) => ({ ...search, show: value }) })
        }
      />
      {show === 'unmatched' && <Unmatched />}
      {show === 'unreadable' && <Unreadable />}
      {show !== 'unmatched' && show !== 'unreadable' && <Dispatches state={show} />}
    </>
  );
}
