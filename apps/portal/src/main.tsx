import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ProblemError } from './api/client.ts';
import { leaveIfEnded, leaveWhenEnded } from './app/ended.ts';
import { router } from './app/router.ts';
import { startTheme } from './app/theme.ts';
import { startI18n } from './i18n/index.ts';
import { bringChineseFace } from './ui/chinese.ts';
import './ui/theme.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/fonts.css';
import './ui/pieces.css';
import './ui/state.css';
import './ui/table.css';

const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => leaveIfEnded(queryClient, error) }),
  mutationCache: new MutationCache({ onError: (error) => leaveIfEnded(queryClient, error) }),
  defaultOptions: {
    queries: {
      // A refusal (4xx) will not change by asking again; a dead line may.
      retry: (failures, error) => failures < 2 && !(error instanceof ProblemError && error.status >= 400),
      refetchOnWindowFocus: true,
      staleTime: 2_000,
    },
  },
});

leaveWhenEnded(queryClient);
startTheme();
await startI18n();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
bringChineseFace();
