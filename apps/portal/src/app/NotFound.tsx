import { Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';

export function PageNotFound() {
  const { t } = useTexts();
  return <Nothing title={t('app.error.notFound')} />;
}

export function ListNotFound() {
  const { t } = useTexts();
  return <Nothing title={t('app.error.listNotFound')} />;
}

function Nothing({ title }: { readonly title: string }) {
  const { t } = useTexts();
  return (
    <div className="notice">
      <h1>{title}</h1>
      <p>{t('app.error.notFoundHint')}</p>
      <Link to="/lists">{t('app.error.toLists')}</Link>
    </div>
  );
}
