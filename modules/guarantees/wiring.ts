import type { Http } from '#http';
import { lapseGuarantees } from './application/instruments.ts';
import type { GuaranteePorts } from './application/ports.ts';
import { warnOfLow } from './application/reading.ts';
import { guaranteeRoutes } from './http/routes.ts';

export { fundAccounts } from './application/funding.ts';

export interface Guarantees {
  register(app: Http): void;
  /** What is due by the clock: guarantees whose time is up go out, and enterprises with little left are warned. */
  round(): Promise<void>;
}

/** Puts guarantee accounts together. */
export function wireGuarantees(ports: GuaranteePorts): Guarantees {
  return {
    register: (app) => guaranteeRoutes(app, ports),
    round: async () => {
      await lapseGuarantees(ports);
      await warnOfLow(ports);
    },
  };
}
