import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';

/** The same page on the other server; who one is there is another question, as keys and accounts are. */
const there = (origin: string): string => origin + window.location.pathname;

/** From a platform to its sandbox: for those who hand in papers, where there is one. */
export function SandboxSwitch() {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  if (!session?.otherSide || session.sandbox || session.role !== 'enterprise') return null;
  return (
    <li>
      <a href={there(session.otherSide)} title={t('app.sandbox.hint')}>
        {t('app.sandbox.go')}
      </a>
    </li>
  );
}

/** Over every page of a sandbox: what one sees is made up, and the way back. */
export function SandboxStrip() {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  if (!session?.sandbox) return null;
  return (
    <aside className="sandbox-strip" aria-label={t('app.sandbox.name')}>
      <strong>{t('app.sandbox.name')}</strong> <span>{t('app.sandbox.all')}</span>{' '}
      {session.otherSide && <a href={there(session.otherSide)}>{t('app.sandbox.back')}</a>}
    </aside>
  );
}
