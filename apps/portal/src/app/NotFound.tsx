import { Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';

export function PageNotFound() {
  const { t } = useTexts();
  return <Nothing title={t('error.notFound')} />;
}

export function ListNotFound() {
  const { t } = useTexts();
  return <Nothing title={t('error.listNotFound')} />;
}

function Nothing({ title }: { readonly title: string }) {
  const { t } = useTexts();
  return (
    <div className="notice">
      <h1>{title}</h1>
      <p>{t('error.notFoundHint')}</p>
      <Link to="/">{t('error.toLists')}</Link>
    </div>
  );
}
