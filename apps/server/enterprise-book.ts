import type { Sender } from '#exchange';
import { chinaDay } from '#kernel';
import type { Database } from '#postgres';
import { type Enterprise, mayActOn } from '#registry';
import { enterpriseRegister } from '../../modules/registry/wiring.ts';

/** How long a look-up is believed: a suspended enterprise is stopped within this time. */
const trustMs = 5_000;

/** The register of enterprises, remembered for some seconds: every list names half a dozen of them. */
export class EnterpriseBook {
  readonly #register: ReturnType<typeof enterpriseRegister>;
  readonly #now: () => Date;
  readonly #known = new Map<string, { enterprise: Enterprise | undefined; until: number }>();

  constructor(database: Database, now: () => Date) {
    this.#register = enterpriseRegister(database);
    this.#now = now;
  }

  /** The enterprises registered under these codes; unknown codes are left out. */
  async find(codes: ReadonlySet<string>): Promise<ReadonlyMap<string, Enterprise>> {
    const at = performance.now();
    const missing = [...codes].filter((code) => (this.#known.get(code)?.until ?? 0) <= at);
    if (missing.length > 0) {
      const found = await this.#register.find(missing);
      // Codes come from senders: made-up ones must not fill the memory.
      if (this.#known.size > 50_000) this.#known.clear();
      for (const code of missing) this.#known.set(code, { enterprise: found.get(code), until: at + trustMs });
    }
    const result = new Map<string, Enterprise>();
    for (const code of codes) {
      const enterprise = this.#known.get(code)?.enterprise;
      if (enterprise) result.set(code, enterprise);
    }
    return result;
  }

  /** An enterprise as a sender of messages; undefined when it is unknown or may not act today. */
  async sender(customsCode: string): Promise<Sender | undefined> {
    const found = (await this.parties(new Set([customsCode]))).get(customsCode);
    if (!found?.active) return undefined;
    const { active: _, ...sender } = found;
    return sender;
  }

  /** Enterprises as senders, and whether each may act today; unknown codes are left out. */
  async parties(
    codes: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, Sender & { readonly active: boolean }>> {
    const today = chinaDay(this.#now().getTime());
    const found = [...(await this.find(codes))].map(([customsCode, enterprise]) => {
      const { name, roles, dxpId } = enterprise;
      return [customsCode, { customsCode, name, roles, dxpId, active: mayActOn(enterprise, today) }] as const;
    });
    return new Map(found);
  }

  /** Forgets what was looked up, after the register has been changed here. */
  forget(): void {
    this.#known.clear();
  }
}
