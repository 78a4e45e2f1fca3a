import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, oneOf, type Search } from '../app/search.ts';
import { agencies, type InspectionsFilter, states } from './queries.ts';

const like = (value: unknown, form: RegExp): string | undefined =>
  isText(value) && form.test(value) ? value : undefined;

/** What is looked for lives in the address; what is not there is left out. */
function filterOf({ stage, agency, office }: Search): InspectionsFilter {
  const wish = {
    stage: oneOf(stage, states),
    agency: oneOf(agency, agencies),
    office: like(office, /^\d{4}$/),
  };
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
}

interface CalendarSearch {
  /** Code of the site. */
  readonly site?: string;
  /** A day of the week. */
  readonly day?: string;
  /** Inspection a slot is chosen for. */
  readonly order?: string;
}

function calendarOf({ site, day, order }: Search): CalendarSearch {
  const wish = {
    site: like(site, /^[A-Z0-9]{4,12}$/),
    day: like(day, /^\d{4}-\d{2}-\d{2}$/),
    order: like(order, /^[0-9a-f-]{36}$/),
  };
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
}

export const inspectionsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/inspections',
    validateSearch: filterOf,
    component: page(
      () => import('./InspectionsPage.tsx'),
      'InspectionsPage',
      'inspections',
      'consents',
      'books',
    ),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/inspections/calendar',
    validateSearch: calendarOf,
    component: page(() => import('./CalendarPage.tsx'), 'CalendarPage', 'inspections', 'consents'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/inspections/$inspectionId',
    component: page(() => import('./InspectionPage.tsx'), 'InspectionPage', 'inspections', 'consents'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/inspections/$inspectionId/visit',
    component: page(() => import('./VisitPage.tsx'), 'VisitPage', 'inspections', 'consents'),
  }),
] as const;
