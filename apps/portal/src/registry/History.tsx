import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { Moment } from '../ui/Moment.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { Person } from './Person.tsx';
import { Changes } from './pieces.tsx';
import { historyQuery } from './queries.ts';

/** Every version of a file, with what changed in it, when, by whom and from which paper. */
export function History({ customsCode }: { readonly customsCode: string }) {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(historyQuery(customsCode));
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  return (
    <section className="panel">
      <h2>{t('registry.history')}</h2>
      <ol className="registry-timeline">
        {data?.versions.map((version) => (
          <li key={version.version}>
            <p>
              <strong>{t(`registry.cause.${version.cause}`)}</strong> <Moment at={version.at} />{' '}
              <Person id={version.by} people={data.people} />
              {version.paper && (
                <span className="quiet"> · {t('registry.onPaper', { paper: version.paper })}</span>
              )}
            </p>
            {version.reasons && <p>{t('registry.reasonsGiven', { reasons: version.reasons })}</p>}
            <details open={version === data.versions[0]}>
              <summary>{t('registry.changed', { count: version.changes.length })}</summary>
              <Changes changes={version.changes} />
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
