// A process that sends or receives until it is killed: `node carrier.ts send ADDRESS PREFIX` or
// `node carrier.ts receive ADDRESS LEDGER`. Tests kill it at any moment and look at what is left.
import { appendFileSync, readFileSync } from 'node:fs';
import { pieceIdentity } from '../channel.ts';
import { openChannel } from '../open-channel.ts';

/** Bytes that follow from the name alone, of very different lengths: what is cut off or mixed up shows. */
function contentOf(name: string): Buffer {
  const [, number = '0'] = /-(\d+)$/.exec(name) ?? [];
  return Buffer.from(name.repeat(1 + (Number(number) % 7) ** 4));
}

async function heldForever(name: string): Promise<void> {
  process.stdout.write(`${name}\n`);
  await new Promise(() => setInterval(() => undefined, 60_000));
}

const [act, address = '', where = ''] = process.argv.slice(2);
const channel = await openChannel(address);

if (act === 'send') {
  for (let number = 0; ; number++) {
    const name = `${where}-${number}`;
    await channel.send({ name, bytes: contentOf(name) });
    process.stdout.write(`${name}\n`);
  }
}

if (act === 'receive') {
  const ledger = new Set(readFileSync(where, 'utf8').split('\n'));
  channel.receive(async (piece) => {
    // Some pieces end whoever reads them.
    if (piece.name.startsWith('deadly')) process.kill(process.pid, 'SIGKILL');
    if (piece.name.startsWith('held')) await heldForever(piece.name);
    const broken = !contentOf(piece.name).equals(piece.bytes);
    const identity = `${broken ? 'broken ' : ''}${pieceIdentity(piece)}`;
    if (!ledger.has(identity)) {
      ledger.add(identity);
      appendFileSync(where, `${identity}\n`);
    }
    process.stdout.write(`${piece.name}\n`);
  });
}
