import type { Http } from '#http';
import { chinaDay } from '#kernel';
import { levelOf, type StatusParameters, statusParameters } from '#status';
import { parameterOn } from '#tax';
import type { Clearance } from '../../modules/clearance/wiring.ts';
import type { Exchange } from '../../modules/exchange/wiring.ts';
import type { LiveLink } from '../../modules/links/wiring.ts';
import { type Probe, wireStatus } from '../../modules/status/wiring.ts';
import type { TaxBook } from '../../modules/tax/wiring.ts';
import { askItself } from './asking-itself.ts';
import type { ServerSettings } from './settings.ts';

/** The watch over the platform, which begins when the server can be asked. */
export interface ServerStatus {
  register(app: Http): void;
  /** @param url where this server is asked by itself */
  begin(url: string): void;
  stop(): Promise<void>;
}

/** Puts the watch together: what is looked at, and how. */
export function composeStatus(
  { database }: Pick<ServerSettings, 'database'>,
  table: TaxBook['parameters'],
  parts: {
    readonly now: () => Date;
    readonly exchange: Pick<Exchange, 'fullness'>;
    readonly clearance: Pick<Clearance, 'lateMs'>;
    readonly customs: LiveLink | undefined;
  },
  fault: (error: unknown, what: string) => void,
): ServerStatus {
  const { now, exchange, clearance, customs } = parts;
  let url = '';
  const timed =
    (look: (signal: AbortSignal) => Promise<unknown>): Probe =>
    async ({ slowMs, downMs }) => {
      const began = performance.now();
      await look(AbortSignal.timeout(downMs));
      const ms = Math.round(performance.now() - began);
      return { level: levelOf(ms, slowMs, downMs), ms };
    };
  const probes = {
    portal: timed(async (signal) => {
      const status = await askItself(`${url}/api/health`, signal);
      if (status !== 200) throw new Error(`HTTP ${status}`);
    }),
    intake: async ({ intakeSlowShare }: StatusParameters) => ({
      level: levelOf(exchange.fullness(), intakeSlowShare, 1),
    }),
    judging: async ({ judgingSlowMs, judgingDownMs }: StatusParameters) => ({
      level: levelOf(await clearance.lateMs(), judgingSlowMs, judgingDownMs),
    }),
    ...(customs
      ? {
          customs: async () => {
            const health = await customs.description.health?.();
            return { level: health?.state === 'up' ? ('working' as const) : ('down' as const) };
          },
        }
      : {}),
    database: timed(() => database.query('select 1')),
  };
  const status = wireStatus({
    ...{ database, now, probes },
    parameters: () => {
      const day = chinaDay(now().getTime());
      return statusParameters((key) => parameterOn(table, key, day)?.value);
    },
    fault: (error) => fault(error, 'the watch over the platform'),
  });
  return {
    register: (app) => status.register(app),
    begin: (where) => {
      url = where;
      status.start();
    },
    stop: () => status.stop(),
  };
}
