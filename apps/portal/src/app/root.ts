import { createRootRouteWithContext, retainSearchParams } from '@tanstack/react-router';
import { isLanguage, type Language } from '../i18n/languages.ts';
import { Frame } from './Frame.tsx';
import { PageNotFound } from './NotFound.tsx';
import type { Search } from './search.ts';

/** The parent of every area's routes. */
export const rootRoute = createRootRouteWithContext()({
  component: Frame,
  notFoundComponent: PageNotFound,
  // The language travels in every address, so a shared link reads as it was seen.
  validateSearch: ({ lang }: Search): { lang?: Language } => (isLanguage(lang) ? { lang } : {}),
  search: { middlewares: [retainSearchParams(['lang'])] },
});
