import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { More } from '../books/More.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { EntryDialog } from './EntryDialog.tsx';
import { type Checklist, checklistsQuery } from './queries.ts';
import { ChecklistTag } from './Tag.tsx';
import './gate.css';

/** Checklists of bonded goods: one's own, or those of the zone. */
export function ChecklistsPage() {
  const { t } = useTexts();
  const [entering, setEntering] = useState(false);
  const { data: session } = useQuery(sessionQuery());
  const found = useInfiniteQuery(checklistsQuery());
  const rows = found.data?.pages.flatMap(({ checklists }) => checklists);
  const makes = session !== undefined && sessionAllows(session, { resource: 'checklists', action: 'make' });
  return (
    <>
      <PageHead title={t('gate.checklists')} intro={t('gate.checklistsIntro')}>
        {makes && (
          <>
            <Button onClick={() => setEntering(true)}>{t('gate.makeEntry')}</Button>
            <Link className="button button-primary" to="/checklists/new">
              {t('gate.makeChecklist')}
            </Link>
          </>
        )}
      </PageHead>
      {found.error && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
      {!rows && !found.error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {rows?.length === 0 && <Empty title={t('gate.noChecklists')} hint={t('gate.noChecklistsHint')} />}
      {rows && rows.length > 0 && <ChecklistTable rows={rows} />}
      <More found={found} />
      {entering && <EntryDialog onClose={() => setEntering(false)} />}
    </>
  );
}

/** Checklists, one a row. */
export function ChecklistTable({ rows }: { readonly rows: readonly Checklist[] }) {
  const { t } = useTexts();
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('gate.checklists')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('gate.checklistNo')}</th>
            <th scope="col">{t('gate.direction')}</th>
            <th scope="col">{t('gate.standing')}</th>
            <th scope="col">{t('gate.book')}</th>
            <th scope="col" className="figure">
              {t('gate.lists')}
            </th>
            <th scope="col" className="figure">
              {t('gate.grossKg')}
            </th>
            <th scope="col">{t('gate.pass')}</th>
            <th scope="col">{t('gate.madeAt')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.checklistNo}>
              <th scope="row">
                <Link
                  className="row-link code"
                  data-shortcut="row"
                  to="/checklists/$checklistNo"
                  params={{ checklistNo: row.checklistNo }}
                >
                  {row.checklistNo}
                </Link>
              </th>
              <td>{t(`gate.directions.${row.direction}`)}</td>
              <td>
                <ChecklistTag state={row.state} />
              </td>
              <td className="code">{row.bookNo}</td>
              <td className="figure code">{row.lists}</td>
              <td className="figure code">{row.grossKg}</td>
              <td className="code">{row.passNo}</td>
              <td>
                <Moment at={row.madeAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
