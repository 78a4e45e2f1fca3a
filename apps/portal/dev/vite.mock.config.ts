import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mockPlugin } from './mock-plugin.ts';

/** `npm run mock`: the portal with invented lists, to build and photograph screens without a platform. */
export default defineConfig({ plugins: [react(), mockPlugin()] });
