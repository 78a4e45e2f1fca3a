import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, oneOf, type Search } from '../app/search.ts';

export const consentsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/agency-desk',
    validateSearch: ({ show }: Search): { show?: 'decided' } =>
      oneOf(show, ['decided'] as const) ? { show: 'decided' } : {},
    component: page(() => import('./AgencyDeskPage.tsx'), 'AgencyDeskPage', 'consents'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/agency-desk/$ebpCode/$orderNo',
    // An export list is named with its seller as well.
    validateSearch: ({ ebcCode }: Search): { ebcCode?: string } =>
      isText(ebcCode) ? { ebcCode: ebcCode.slice(0, 18) } : {},
    component: page(() => import('./QuestionPage.tsx'), 'QuestionPage', 'consents'),
  }),
] as const;
