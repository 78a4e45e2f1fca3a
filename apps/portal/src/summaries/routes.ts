import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, type Search } from '../app/search.ts';

export const summariesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/summaries',
    component: page(() => import('./SummariesPage.tsx'), 'SummariesPage', 'summaries'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/summaries/months/$month',
    component: page(() => import('./StatisticsPage.tsx'), 'StatisticsPage', 'summaries'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/summaries/applications/$sumNo',
    component: page(() => import('./ApplicationPage.tsx'), 'ApplicationPage', 'summaries'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/summaries/$declSeqNo',
    validateSearch: ({ line }: Search): { line?: string } =>
      isText(line) && /^[1-9]\d{0,2}$/.test(line) ? { line } : {},
    component: page(() => import('./SummaryPage.tsx'), 'SummaryPage', 'summaries'),
  }),
] as const;
