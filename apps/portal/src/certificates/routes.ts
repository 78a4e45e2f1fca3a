import { createRoute } from '@tanstack/react-router';
import { page } from '../app/page.ts';
import { rootRoute } from '../app/root.ts';
import { isText, oneOf, type Search } from '../app/search.ts';
import { type Agency, agencies, type CertificateState, certificateStates } from './states.ts';

export const certificatesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/goods-certificates',
    validateSearch: ({
      stand,
      agency,
      goods,
    }: Search): { stand?: CertificateState; agency?: Agency; goods?: string } => {
      const [asked, of] = [oneOf(stand, certificateStates), oneOf(agency, agencies)];
      return {
        ...(asked ? { stand: asked } : {}),
        ...(of ? { agency: of } : {}),
        ...(isText(goods) && /^\d{2,10}$/.test(goods) ? { goods } : {}),
      };
    },
    component: page(
      () => import('./CertificatesPage.tsx'),
      'CertificatesPage',
      'certificates',
      'books',
      'consents',
    ),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/goods-certificates/$certificateId',
    component: page(() => import('./CertificatePage.tsx'), 'CertificatePage', 'certificates', 'consents'),
  }),
] as const;
