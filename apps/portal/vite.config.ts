import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npm run dev` speaks with a platform at CHAMA_URL, by default where `npm start` listens. */
const platform = process.env.CHAMA_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': platform, '/docs': platform } },
  build: {
    target: 'es2022',
    // Everything comes from our own origin and nothing inline, so `script-src 'self'` holds.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Which file needs which: a test weighs the first page and every other by it.
    manifest: true,
    rolldownOptions: {
      output: {
        // What changes seldom stays in the browser's cache when the portal itself changes.
        codeSplitting: {
          groups: [
            {
              name: 'libraries',
              test: /node_modules[\\/](react|react-dom|scheduler|i18next|react-i18next|@tanstack)[\\/]/,
            },
          ],
        },
      },
    },
  },
});
