import { parentPort, workerData } from 'node:worker_threads';
import { KeyFault } from '../../portable/key-fault.ts';
import { sign } from '../../portable/sign.ts';
import type { Signer } from '../../portable/signer.ts';
import { trustOf } from '../../portable/trust.ts';
import { verify } from '../../portable/verify.ts';
import { nodePrimitives } from '../node-primitives.ts';
import { openSigner, type SignerSetting } from '../signers/open-signer.ts';
import { TrustStore } from '../trust/trust-store.ts';
import type { Answer, Job, Ready, Result, SignJob, ThreadSettings, VerifyJob } from './jobs.ts';

// The other side of SigningPool: one message at a time, with the keys of this thread kept ready.

const { trustFolder } = workerData as ThreadSettings;
const store = trustFolder === undefined ? undefined : new TrustStore(trustFolder);
const signers = new Map<string, Promise<Signer>>();
/** Keys kept open in one thread; an installation signs with few. */
const MOST_SIGNERS = 64;

/** Whoever is to be judged without a folder of whom to trust is trusted by nobody. */
const NOBODY = trustOf({});

async function verified(bytes: Uint8Array, { judge = 'if-any', ...options }: VerifyJob): Promise<Result> {
  const trust = store ? await store.current() : judge === 'always' ? NOBODY : undefined;
  const judged = trust && (judge === 'always' || trust.roots.length + trust.pinned.length > 0);
  return verify(bytes, { ...options, ...(judged ? { trust } : {}), primitives: nodePrimitives });
}

async function signed(bytes: Uint8Array, { signer, ...options }: SignJob): Promise<Result> {
  return sign(bytes, await signerFor(signer), { ...options, primitives: nodePrimitives });
}

function signerFor(setting: SignerSetting): Promise<Signer> {
  const name = JSON.stringify(setting);
  const open = signers.get(name) ?? openSigner(setting);
  if (!signers.has(name) && signers.size >= MOST_SIGNERS) closeOldest();
  signers.set(name, open);
  // A key that could not be opened is tried anew by the next message.
  open.catch(() => signers.delete(name));
  return open;
}

function closeOldest(): void {
  for (const [name, signer] of signers) {
    signers.delete(name);
    void signer.then((one) => one.close()).catch(() => undefined);
    return;
  }
}

async function answered(id: number, job: Job): Promise<Answer> {
  try {
    const { bytes } = job;
    const result =
      job.kind === 'verify' ? await verified(bytes, job.options) : await signed(bytes, job.options);
    return { id, result };
  } catch (fault) {
    if (fault instanceof KeyFault) return { id, fault: fault.sentence };
    return {
      id,
      fault: { message: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) },
    };
  }
}

parentPort?.on('message', ({ id, job }: { readonly id: number; readonly job: Job }) => {
  void answered(id, job).then((answer) => parentPort?.postMessage(answer));
});

parentPort?.postMessage({ ready: true } satisfies Ready);
