// `prepare`, after `npm ci` and before the first `npx chama`: builds the portal unless it is built already.
import { ensurePortal } from '../apps/cli/portal.ts';

await ensurePortal(({ zh, en }) => console.log(`${zh} ${en}`));
