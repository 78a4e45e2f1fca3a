import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, type Search } from '../app/search.ts';

export const booksRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/books',
    component: page(() => import('./BooksPage.tsx'), 'BooksPage', 'books'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/books/transfers',
    component: page(() => import('./TransfersPage.tsx'), 'TransfersPage', 'books'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/books/$bookNo',
    validateSearch: ({ item }: Search): { item?: string } =>
      isText(item) && /^\d{1,9}$/.test(item) ? { item } : {},
    component: page(() => import('./BookPage.tsx'), 'BookPage', 'books'),
  }),
] as const;
