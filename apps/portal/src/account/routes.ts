import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';

export const accountRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    component: page(() => import('./SignInPage.tsx'), 'SignInPage', 'account'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-up',
    component: page(() => import('./SignUpPage.tsx'), 'SignUpPage', 'account'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in/agency',
    component: page(() => import('./AgencyPage.tsx'), 'AgencyPage', 'account'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/account',
    component: page(() => import('./AccountPage.tsx'), 'AccountPage', 'account'),
  }),
] as const;
