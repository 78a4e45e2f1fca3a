import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { formatField } from '../list/fields.ts';
import { formatDocumentTime } from '../ui/format.ts';
import { Ago, Moment } from '../ui/Moment.tsx';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { historyQuery, type ListKey, type Version } from './queries.ts';
import './history.css';

/** Every version of a list, the latest first, with what each says otherwise than the one before. */
export function Versions({ of }: { readonly of: ListKey }) {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(historyQuery(of));
  return (
    <section className="panel" aria-labelledby="versions">
      <h2 id="versions">{t('history.title')}</h2>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[60, 100]} />}
      <ol className="versions">
        {data?.versions.map((version) => (
          <OneVersion key={version.guid} version={version} />
        ))}
      </ol>
      {data?.more && <p className="quiet">{t('history.more', { count: data.versions.length })}</p>}
    </section>
  );
}

function OneVersion({ version }: { readonly version: Version }) {
  const { t } = useTexts();
  const { by, sentFor, typedBy, reason, current, saved, appTime, first, changes } = version;
  return (
    <li className={current ? 'version version-current' : 'version'}>
      <p className="version-head">
        <strong>{t(`history.kind.${kindOf(version)}`)}</strong>
        {current && <span className="mark">{t('history.current')}</span>}
        {saved && <span className="mark">{t('history.saved')}</span>}
        <span>
          <Moment at={version.at} />{' '}
          <span className="quiet">
            (<Ago at={version.at} />)
          </span>
        </span>
      </p>
      <p className="quiet">
        {sentFor ? t('history.byFor', { by: by.name, for: sentFor.name }) : t('history.by', { by: by.name })}
        {typedBy && ` · ${t('history.typedBy', { name: typedBy })}`}
        {appTime && ` · ${t('history.dated', { time: formatDocumentTime(appTime) })}`}
      </p>
      {reason && <p>{t('history.reason', { reason })}</p>}
      {changes.length > 0 && <Changes changes={changes} />}
      {changes.length === 0 && !first && version.appType !== undefined && (
        <p className="quiet">{t('history.same')}</p>
      )}
    </li>
  );
}

function kindOf({ appType, first }: Version) {
  if (appType === '3') return 'withdrawn';
  if (appType === '2') return 'changed';
  if (appType === '1') return first ? 'new' : 'again';
  return 'elsewhere';
}

function Changes({ changes }: { readonly changes: Version['changes'] }) {
  const { t } = useTexts();
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="sr-only">{t('history.changes')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('history.field')}</th>
            <th scope="col">{t('history.before')}</th>
            <th scope="col">{t('history.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.gnum ?? ''} ${change.name}`}>
              <th scope="row">
                {change.gnum !== undefined && `${t('history.line', { gnum: change.gnum })} `}
                {change.what === 'changed' ? (
                  <>
                    <Said text={change} /> <code>{change.name}</code>
                  </>
                ) : (
                  t(change.what === 'line-added' ? 'history.added' : 'history.removed')
                )}
                {change.masked && <small className="quiet"> {t('history.masked')}</small>}
              </th>
              <td>
                <Value name={change.name} value={change.before} />
              </td>
              <td>
                <Value name={change.name} value={change.after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ValueProps {
  readonly name: string;
  readonly value: Version['changes'][number]['before'];
}

function Value({ name, value }: ValueProps) {
  const { t } = useTexts();
  if (value === undefined) return <span className="quiet">{t('history.blank')}</span>;
  return (
    <>
      <span lang="zh-CN">{formatField(name, value.text)}</span>
      {value.name && (
        <>
          {' '}
          <Said text={value.name} />
        </>
      )}
    </>
  );
}
