import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouterState, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { connectLive } from '../api/live.ts';
import { setLanguage, useTexts } from '../i18n/index.ts';
import { Header } from './Header.tsx';

/** What surrounds every page: theme, language, header, the live line. */
export function Frame() {
  const { t, language } = useTexts();
  const queryClient = useQueryClient();
  const { lang } = useSearch({ from: '__root__' });
  const path = useRouterState({ select: (state) => state.location.pathname });

  useEffect(() => connectLive(queryClient), [queryClient]);
  useEffect(() => {
    if (lang && lang !== language) void setLanguage(lang);
  }, [lang, language]);
  // A page of one list names itself when it knows the number.
  useEffect(() => {
    document.title = path === '/' ? `${t('lists.title')} · 茶马 Chama` : '茶马 Chama';
  }, [path, t]);

  return (
    <>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <Header />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
