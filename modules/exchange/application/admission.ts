/** Bounds of what the access point has in hand at once; beyond them a sender is asked to come again. */
export interface AdmissionLimits {
  /** Bytes of messages from their first byte until they are answered. */
  readonly bytes: number;
  /** Messages waiting for their commit. */
  readonly waiting: number;
}

/**
 * Lets messages in while there is room for them. A sender is turned away before its body is read, so that a rush,
 * or a database that has become slow, costs answers and not memory.
 */
export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #inbox: { readonly depth: number };
  #bytes = 0;

  constructor(limits: AdmissionLimits, inbox: { readonly depth: number }) {
    this.#limits = limits;
    this.#inbox = inbox;
  }

  /**
   * Takes room for a message; call what is returned, once or more, when it is answered. Undefined when there is
   * no room. A message that comes alone is let in whatever its size.
   */
  admit(bytes: number): (() => void) | undefined {
    const full = this.#bytes > 0 && this.#bytes + bytes > this.#limits.bytes;
    if (full || this.#inbox.depth >= this.#limits.waiting) return undefined;
    this.#bytes += bytes;
    let held = bytes;
    return () => {
      this.#bytes -= held;
      held = 0;
    };
  }
}
