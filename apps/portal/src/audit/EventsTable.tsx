import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Moment } from '../ui/Moment.tsx';
import { type AccountEvent, eventKinds } from './queries.ts';

interface EventsTableProps {
  readonly rows: readonly AccountEvent[];
  readonly onAccount: (accountId: string) => void;
}

export function EventsTable({ rows, onAccount }: EventsTableProps) {
  const { t } = useTexts();
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('audit.title')}</caption>
        <thead>
          <tr>
            {(['at', 'what', 'account', 'actor', 'address', 'detail'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`audit.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.seq}>
              <td className="audit-at">
                <Moment at={row.at} />
              </td>
              <th scope="row">
                <Kind kind={row.kind} />
              </th>
              <td>
                <Account row={row} onAccount={onAccount} />
              </td>
              <td>
                <Actor row={row} />
              </td>
              <td className="code">{row.address ?? '–'}</td>
              <td className="audit-detail">
                <Detail detail={row.detail} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Kind({ kind }: { readonly kind: string }) {
  const { t } = useTexts();
  const known = eventKinds.find((one) => one === kind);
  return <>{known ? t(`audit.kinds.${known}`) : kind}</>;
}

/** Whom it happened to: pressed, its events alone are shown. */
function Account({ row, onAccount }: { readonly row: AccountEvent } & Pick<EventsTableProps, 'onAccount'>) {
  const { accountId, accountName } = row;
  const login = row.login ?? accountId ?? '–';
  return (
    <>
      {accountId ? (
        <Button kind="text" small title={accountId} onClick={() => onAccount(accountId)}>
          {login}
        </Button>
      ) : (
        <span className="code">{login}</span>
      )}
      {accountName && (
        <small className="audit-under" lang="zh-CN">
          {accountName}
        </small>
      )}
    </>
  );
}

interface ActorProps {
  readonly row: Pick<AccountEvent, 'actor' | 'actorLogin' | 'actorName'> & {
    /** Name of the key, where it was done with one. */
    readonly actorKey?: string | undefined;
  };
}

/** Who did it: an account by its login and name, anything else as it stands on record. */
export function Actor({ row: { actor, actorLogin, actorName, actorKey } }: ActorProps) {
  const { t } = useTexts();
  if (actor === null) return <>{t('audit.self')}</>;
  return (
    <span title={actor}>
      <span className="code">{actorLogin ?? actor}</span>
      {actorName && (
        <small className="audit-under" lang="zh-CN">
          {actorName}
        </small>
      )}
      {actorKey !== undefined && (
        <small className="audit-under">{t('audit.byKey', { label: actorKey || actor.slice(0, 8) })}</small>
      )}
    </span>
  );
}

/** What else is on record, by the names it has there. */
export function Detail({ detail }: Pick<AccountEvent, 'detail'>) {
  if (detail === null) return <>–</>;
  return (
    <code lang="zh-CN">
      {Object.entries(detail)
        .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join(' · ')}
    </code>
  );
}
