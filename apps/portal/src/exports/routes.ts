import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, oneOf, type Search } from '../app/search.ts';
import { exportStands } from './states.ts';

export const exportsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/exports',
    validateSearch: ({
      stand,
      number,
    }: Search): { stand?: (typeof exportStands)[number]; number?: string } => {
      const asked = oneOf(stand, exportStands);
      return {
        ...(asked ? { stand: asked } : {}),
        ...(isText(number) ? { number: number.slice(0, 60) } : {}),
      };
    },
    component: page(() => import('./ExportsPage.tsx'), 'ExportsPage', 'exports'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/exports/$ebcCode/$ebpCode/$orderNo',
    component: page(() => import('./ExportPage.tsx'), 'ExportPage', 'exports', 'consents', 'returns'),
  }),
] as const;
