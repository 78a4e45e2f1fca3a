import { useTexts } from '../i18n/index.ts';
import type { Delegation } from './queries.ts';
import { Standing } from './Standing.tsx';

interface DelegationsTableProps {
  readonly rows: readonly Delegation[];
  readonly onOpen: (delegationId: string) => void;
}

export function DelegationsTable({ rows, onOpen }: DelegationsTableProps) {
  const { t } = useTexts();
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('delegations.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('delegations.paperNo')}</th>
            <th scope="col">{t('delegations.principal')}</th>
            <th scope="col">{t('delegations.agent')}</th>
            <th scope="col">{t('delegations.kinds')}</th>
            <th scope="col">{t('delegations.term')}</th>
            <th scope="col">{t('delegations.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.delegationId}>
              <th scope="row">
                <button
                  type="button"
                  className="link-button"
                  data-shortcut="row"
                  onClick={() => onOpen(row.delegationId)}
                >
                  {row.paperNo}
                </button>
              </th>
              <td>
                <Firm firm={row.principal} />
              </td>
              <td>
                <Firm firm={row.agent} />
              </td>
              <td>{row.kinds.map((kind) => t(`delegations.kind.${kind}`)).join(t('delegations.and'))}</td>
              <td className="delegations-term">
                {row.fromDay} – {row.toDay}
              </td>
              <td>
                <Standing standing={row.standing} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function Firm({ firm }: { readonly firm: Delegation['agent'] }) {
  return (
    <>
      <span>{firm.name}</span>
      <small className="code delegations-code">{firm.code}</small>
    </>
  );
}
