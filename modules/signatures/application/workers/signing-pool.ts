import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { KeyFault } from '../../portable/key-fault.ts';
import type { Signed } from '../../portable/sign.ts';
import type { Verdict } from '../../portable/verdict.ts';
import type { Answer, Job, Ready, Result, SignJob, ThreadSettings, VerifyJob } from './jobs.ts';

export interface SigningPoolSettings extends ThreadSettings {
  /** Threads at most. Default: one less than the machine runs at once, from 1 to 4 (D). */
  readonly threads?: number;
  /** How long a thread that holds messages may answer none before it is given up, milliseconds. Default 60,000 (D). */
  readonly patienceMs?: number;
}

interface Waiting {
  readonly job: Job;
  readonly resolve: (result: Result) => void;
  readonly reject: (fault: unknown) => void;
}

/** Messages a thread holds at once: the second is there when the first is done. */
const IN_HAND = 2;
/** A token of a vendor may take its time; a message is verified in thousandths of it. */
const PATIENCE_MS = 60_000;

/**
 * Verifies and signs whole messages on other threads, so that the main one goes on answering: canonical form, hash
 * and signature of a message of 100 documents take some milliseconds. Threads start with the first message, and keep
 * the keys they meet ready. A thread that dies, or hangs, takes its messages with it, which reject; another one takes its
 * place.
 */
export class SigningPool {
  readonly #settings: ThreadSettings;
  readonly #most: number;
  readonly #patienceMs: number;
  readonly #threads = new Set<Thread>();
  readonly #queue: Waiting[] = [];
  #closed = false;

  constructor({ threads, patienceMs = PATIENCE_MS, ...settings }: SigningPoolSettings = {}) {
    this.#patienceMs = patienceMs;
    this.#most = threads ?? Math.max(1, Math.min(4, availableParallelism() - 1));
    this.#settings = settings;
  }

  /** Verifies one message; bytes are copied there. Rejects only when the thread fails. */
  verify(bytes: Uint8Array, options: VerifyJob = {}): Promise<Verdict> {
    return this.#run({ kind: 'verify', bytes: new Uint8Array(bytes), options }) as Promise<Verdict>;
  }

  /** Signs one message with a key opened on the thread. Rejects with KeyFault when the key cannot be used. */
  sign(bytes: Uint8Array, options: SignJob): Promise<Signed> {
    return this.#run({ kind: 'sign', bytes: new Uint8Array(bytes), options }) as Promise<Signed>;
  }

  /** Ends the threads; messages still there reject. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#queue.splice(0))
      reject(new Error('The pool of signing threads is closed.'));
    await Promise.all([...this.#threads].map((thread) => thread.end()));
  }

  #run(job: Job): Promise<Result> {
    if (this.#closed) return Promise.reject(new Error('The pool of signing threads is closed.'));
    return new Promise((resolve, reject) => {
      this.#queue.push({ job, resolve, reject });
      this.#pump();
    });
  }

  #pump(): void {
    while (this.#queue.length > 0) {
      const thread = this.#idlest();
      const waiting = thread && this.#queue.shift();
      if (!waiting) return;
      thread.take(waiting);
    }
  }

  /** The thread with the least in hand; a new one while there may be more and every one has something. */
  #idlest(): Thread | undefined {
    const [idlest] = [...this.#threads].sort((one, other) => one.inHand - other.inHand);
    if (idlest && (idlest.inHand === 0 || this.#threads.size >= this.#most)) {
      return idlest.inHand < IN_HAND ? idlest : undefined;
    }
    const thread = new Thread(
      this.#settings,
      this.#patienceMs,
      () => this.#pump(),
      () => this.#threads.delete(thread),
    );
    this.#threads.add(thread);
    return thread;
  }
}

/** One thread, and the messages it holds by number. */
class Thread {
  readonly #worker: Worker;
  readonly #held = new Map<number, Waiting>();
  readonly #patienceMs: number;
  readonly #done: () => void;
  readonly #lost: (fault: unknown) => void;
  #patience: NodeJS.Timeout | undefined;
  #ready = false;
  #next = 0;

  constructor(settings: ThreadSettings, patienceMs: number, done: () => void, gone: () => void) {
    this.#patienceMs = patienceMs;
    this.#done = done;
    this.#worker = new Worker(new URL('./signing-worker.ts', import.meta.url), { workerData: settings });
    // A program with nothing else to do may end; one that waits for an answer holds the thread.
    this.#worker.unref();
    this.#worker.on('message', (said: Answer | Ready) => {
      if ('id' in said) this.#answered(said);
      else this.#begun();
    });
    this.#lost = (fault) => {
      clearTimeout(this.#patience);
      gone();
      for (const { reject } of this.#held.values()) reject(fault);
      this.#held.clear();
      done();
    };
    this.#worker.on('error', this.#lost);
    this.#worker.on('exit', () => this.#lost(new Error('A signing thread has ended.')));
  }

  get inHand(): number {
    return this.#held.size;
  }

  take(waiting: Waiting): void {
    const id = this.#next;
    this.#next += 1;
    this.#held.set(id, waiting);
    if (this.#held.size === 1) this.#wait();
    this.#worker.ref();
    this.#worker.postMessage({ id, job: waiting.job }, [waiting.job.bytes.buffer as ArrayBuffer]);
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  /** Loading its program is no part of what a thread is waited for. */
  #begun(): void {
    this.#ready = true;
    this.#wait();
  }

  /** A file on a share that is gone, or a token that is stuck, would hold its messages for ever. */
  #wait(): void {
    clearTimeout(this.#patience);
    if (this.#held.size === 0 || !this.#ready) return;
    this.#patience = setTimeout(() => {
      this.#lost(new Error(`A signing thread has not answered for ${this.#patienceMs} ms and was given up.`));
      this.#worker.unref();
      void this.#worker.terminate();
    }, this.#patienceMs);
  }

  #answered(answer: Answer): void {
    const waiting = this.#held.get(answer.id);
    this.#held.delete(answer.id);
    this.#wait();
    if (this.#held.size === 0) this.#worker.unref();
    if (waiting && 'result' in answer) waiting.resolve(answer.result);
    else if (waiting && 'fault' in answer) waiting.reject(faultOf(answer.fault));
    this.#done();
  }
}

function faultOf(fault: { readonly zh: string; readonly en: string } | { readonly message: string }): Error {
  return 'zh' in fault ? new KeyFault(fault.zh, fault.en) : new Error(fault.message);
}
