import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouterState, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { connectLive } from '../api/live.ts';
import { sessionQuery, useFollowsLists } from '../api/session.ts';
import { setLanguage, useTexts } from '../i18n/index.ts';
import { useShortcut } from '../ui/shortcuts.ts';
import { Toasts } from '../ui/toast.tsx';
import { Header } from './Header.tsx';
import { Navigation } from './Navigation.tsx';
import { placesOf } from './navigation.ts';
import { SandboxStrip } from './OtherSide.tsx';
import type { Overlaid } from './overlaid.ts';
import './frame.css';

// What is opened now and then comes when it is opened.
const Overlay = lazy(() => import('./Overlay.tsx').then((module) => ({ default: module.Overlay })));

/** What surrounds every page: language, header, navigation, the live line. */
export function Frame() {
  const { t, language } = useTexts();
  const queryClient = useQueryClient();
  const { lang } = useSearch({ from: '__root__' });
  const [overlaid, setOverlaid] = useState<Overlaid>();
  const main = useFocusOnPage();

  const follows = useFollowsLists();
  // Whoever may not read lists is told of none.
  useEffect(() => (follows ? connectLive(queryClient) : undefined), [follows, queryClient]);
  useEffect(() => {
    if (lang && lang !== language) void setLanguage(lang);
  }, [lang, language]);
  useShortcut('mod+k', t('app.shortcut.palette'), () => setOverlaid('palette'));
  useShortcut('?', t('app.shortcut.help'), () => setOverlaid('keys'));

  return (
    <>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <SandboxStrip />
      <Header onOpen={setOverlaid} />
      <div className="frame">
        <Side />
        <main id="content" ref={main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Toasts />
      {overlaid && (
        <Suspense>
          <Overlay overlaid={overlaid} onClose={() => setOverlaid(undefined)} />
        </Suspense>
      )}
    </>
  );
}

/** The places to go, where there is more than the door. */
function Side() {
  const { data: session } = useQuery(sessionQuery());
  if (placesOf(session).length === 0) return null;
  return (
    <div className="frame-side">
      <Navigation />
    </div>
  );
}

/** On a new page the keyboard begins at its content, and a screen reader says that something has changed. */
function useFocusOnPage() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (before.current !== undefined && path !== before.current) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return main;
}
