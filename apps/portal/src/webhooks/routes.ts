import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { oneOf, type Search } from '../app/search.ts';
import type { DeliveryState } from './queries.ts';

const states = ['waiting', 'delivered', 'failed'] as const satisfies readonly DeliveryState[];

export const webhooksRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/webhooks',
    component: page(() => import('./WebhooksPage.tsx'), 'WebhooksPage', 'webhooks'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/webhooks/$webhookId',
    validateSearch: ({ deliveries }: Search): { deliveries?: DeliveryState } => {
      const found = oneOf(deliveries, states);
      return found ? { deliveries: found } : {};
    },
    component: page(() => import('./WebhookPage.tsx'), 'WebhookPage', 'webhooks'),
  }),
] as const;
