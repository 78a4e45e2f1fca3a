import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, oneOf, type Search } from '../app/search.ts';
import type { QueueFilter } from './queries.ts';

const states = ['open', 'asked', 'proposed'] as const;
const classes = ['yellow', 'red'] as const;
const holders = ['free', 'mine'] as const;

function queueFilter(search: Search): QueueFilter {
  const [stage, riskClass, holder] = [
    oneOf(search.stage, states),
    oneOf(search.riskClass, classes),
    oneOf(search.holder, holders),
  ];
  const { status, office, rule, enterprise } = search;
  return {
    ...(stage && { stage }),
    ...(riskClass && { riskClass }),
    ...(holder && { holder }),
    ...(isText(status) && { status }),
    ...(isText(office) && { office }),
    ...(isText(rule) && { rule }),
    ...(isText(enterprise) && { enterprise }),
  };
}

export const deskRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/desk',
    component: page(() => import('./QueuePage.tsx'), 'QueuePage', 'desk'),
    validateSearch: queueFilter,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/desk/cases/$ebpCode/$orderNo',
    component: page(() => import('./CasePage.tsx'), 'CasePage', 'desk', 'list', 'persons'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/desk/load',
    component: page(() => import('./LoadPage.tsx'), 'LoadPage', 'desk'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/desk/search',
    component: page(() => import('./SearchPage.tsx'), 'SearchPage', 'desk', 'lists'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/questions',
    component: page(() => import('./QuestionsPage.tsx'), 'QuestionsPage', 'desk'),
  }),
] as const;
