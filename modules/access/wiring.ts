export { tableGuard } from './http/guard.ts';
