import { setTimeout as pause } from 'node:timers/promises';
import { agencies } from '#access';
import type { Companion } from '#clearance';
import type { ExportCompanion } from '#exports';
import type { Http } from '#http';
import { type Networks, outboundFetch, PermittedNames } from '#outbound';
import type { Queryable } from '#postgres';
import { shippedTable } from '#shipped';
import { agenciesCompanion, agenciesOfExports, exportsOvertaken } from './application/companion.ts';
import { type ConformanceResult, checkConformance } from './application/conformance.ts';
import { AgencyCourier } from './application/courier.ts';
import { takeResults } from './application/inspect.ts';
import type { AgencyPorts } from './application/ports.ts';
import { sentOfLists } from './application/sent-of.ts';
import type { ProjectionRow } from './domain/projection.ts';
import type { RequirementBook } from './domain/requirements.ts';
import { parseProjections, parseRequirements } from './domain/tables.ts';
import { answersPage } from './http/adapter-schemas.ts';
import { deskRoutes } from './http/desk-routes.ts';
import { httpAdapter, placeAt, signedHeaders } from './http/http-adapter.ts';
import { linkRoutes } from './http/link-routes.ts';

const names = Object.keys(agencies);

/**
 * Reads which fields each agency may see. Once, at start.
 * @throws Error when the file is missing, RangeError when a row cannot be read
 */
export const loadProjections = (): readonly ProjectionRow[] =>
  parseProjections(shippedTable('projections.csv'), names);

/**
 * Reads which agency has to decide about which lists. Once, at start.
 * @throws Error when the file is missing, RangeError when a row cannot be read
 */
export const loadRequirements = (): RequirementBook =>
  parseRequirements(shippedTable('agency-requirements.csv'), names);

/** The say of agencies in releases, for the conductor. */
export const companionOf = (
  requirements: RequirementBook,
  chinaDay: AgencyPorts['chinaDay'],
  certified?: Parameters<typeof agenciesCompanion>[0]['certified'],
): Companion => agenciesCompanion({ requirements, chinaDay, certified });

/** Makes what inspections found the word of agencies that asked for it, in the transaction that closes the inspection. */
export const agenciesTold = takeResults;
/** Their say in exports, for the conductor of those. */
export const companionOfExports = (
  requirements: RequirementBook,
  chinaDay: AgencyPorts['chinaDay'],
): ExportCompanion => agenciesOfExports({ requirements, chinaDay });

export { exportsOvertaken };

/** Which agency got what of import lists, for those whose purchases they are. */
export function sentOfListsBy(chinaDay: AgencyPorts['chinaDay']) {
  const projections = loadProjections();
  return (
    reader: Queryable,
    lists: readonly { readonly orderNo: string; readonly ebpCode: string }[],
    most: number,
  ) => sentOfLists({ projections, chinaDay }, reader, lists, most);
}

export interface AgenciesSettings extends Omit<AgencyPorts, 'adapter' | 'mayAsk' | 'projections'> {
  /** Networks agencies are reached in besides the open one. */
  readonly networks: Networks;
  /** How often it is looked for links that are due, milliseconds; default 1,000 (D). */
  readonly lookMs?: number | undefined;
}

export interface Agencies {
  register(app: Http): void;
  /** Begins to carry questions to agencies and their answers back. */
  start(): void;
  stop(): Promise<void>;
}

/** Puts the agencies together; nothing goes anywhere before `start`. */
export function wireAgencies({ networks, lookMs, ...settings }: AgenciesSettings): Agencies {
  const fetch = outboundFetch(networks);
  const ports: AgencyPorts = {
    ...settings,
    projections: loadProjections(),
    adapter: (address, secret) => httpAdapter(fetch, address, secret, settings.now),
    mayAsk: (address) => mayAsk(networks, address),
  };
  const courier = new AgencyCourier(ports, lookMs ?? 1_000);
  return {
    register: (app) => {
      deskRoutes(app, ports);
      linkRoutes(app, ports);
    },
    start: () => courier.start(),
    stop: () => courier.stop(),
  };
}

/** How long one request of the kit may take, milliseconds. */
const longestMs = 10_000;

/** Holds the adapter of an agency at work to the contract, over HTTP. */
export function checkAdapter(
  address: string,
  secret: string,
  agency: string,
): Promise<readonly ConformanceResult[]> {
  return checkConformance(
    {
      ask: async ({ path, ...request }) => {
        const signal = AbortSignal.timeout(longestMs);
        const response = await fetch(placeAt(address, path), { ...request, redirect: 'manual', signal });
        return { status: response.status, text: await response.text() };
      },
      sign: (by, id, body, at) => signedHeaders(by, { id, body, at }),
      readAnswers: (text) => {
        try {
          return answersPage.parse(JSON.parse(text));
        } catch {
          return undefined;
        }
      },
      now: () => new Date(),
      pause: (ms) => pause(ms),
    },
    secret,
    agency,
  );
}

function mayAsk(networks: Networks, address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const whole = url && url.username === '' && url.password === '' && url.hash === '' && url.search === '';
  return whole === true && new PermittedNames(networks).verdict(url) === 'good';
}

export { agencyParameters } from './domain/parameters.ts';
