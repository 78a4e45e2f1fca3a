import type { Page } from 'playwright-core';
import type { Platform } from './platform.ts';

/**
 * Who looks at a page: nobody signed in, somebody by a key of the platform that `openPlatform` sets up, or somebody with
 * an account of their own: an officer of customs, the administrator of an enterprise, a clerk who declares lists, who has yet to make the account whole, who keeps accounts.
 */
export type Reader =
  | ('nobody' | 'operator' | 'enterprise')
  | (
      | 'officer'
      | 'chief'
      | 'declarant'
      | 'newcomer'
      | 'consumer'
      | 'systemAdministrator'
      | 'securityAdministrator'
      | 'auditAdministrator'
    );

/** A page of the portal as somebody sees it. */
export interface ShownPage {
  /** Names its pictures. */
  readonly name: string;
  readonly path: string;
  readonly as: Reader;
  /** Whether what was sent in it has been refused: that is what is looked at. */
  readonly refused?: true;
  /** Brings the page to where it is worth looking at: a dialog opened, a row chosen. Finds things without words. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** Loaded by its address, where going to it from another page would show something else. */
  readonly alone?: true;
  /** Puts on file what there is to see, once whoever looks has come. */
  readonly before?: (platform: Platform) => Promise<void>;
}
