import type { Http } from '#http';
import { Press } from './application/press.ts';
import type { PrintPorts } from './application/printing.ts';
import { printRoutes } from './http/routes.ts';

export interface PrintSettings extends Omit<PrintPorts, 'press'> {
  readonly publicUrl: string | undefined;
  readonly mostLists: () => number;
}

export interface Print {
  register(app: Http): void;
  stop(): Promise<void>;
}

/** Puts printing together; its thread starts with the first sheet. */
export function wirePrint(settings: PrintSettings): Print {
  const press = new Press();
  return {
    register: (app) => printRoutes(app, { ...settings, press }),
    stop: () => press.close(),
  };
}
