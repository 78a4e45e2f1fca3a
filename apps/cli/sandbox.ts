import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Channel, ChannelError, openChannel } from '#channels';
import type { Bilingual } from '#kernel';
import { OperatorError } from '#postgres';
import { otherEnd } from '../sandbox/dxp/other-end.ts';
import { openSandboxDatabase, startSandbox } from '../sandbox/start.ts';
import { environment } from './environment.ts';
import { Misuse } from './misuse.ts';
import { ensurePortal } from './portal.ts';
import { assertPortFree, portFault, stopAsked } from './stopping.ts';

const DEFAULT_PORT = '8090';
const host = '127.0.0.1';

const say = ({ zh, en }: Bilingual): void => void process.stdout.write(`${zh} ${en}\n`);

/** `sandbox`: a simulated customs on this machine, until it is asked to stop. */
export async function sandboxCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: DEFAULT_PORT },
      data: { type: 'string', default: join(environment().dataFolder, 'sandbox') },
      folder: { type: 'string' },
      amqp: { type: 'string' },
    },
  });
  const port = portOf(values.port);
  const stopped = stopAsked();
  await assertPortFree({ port, host }, '--port');
  await ensurePortal(say);
  const channel = await channelOf(values);
  const database = await openSandboxDatabase(values.data, say);
  try {
    const server = await startSandbox({ database, port, channel, otherSide: environment().platformUrl });
    say({ zh: `沙箱已启动：${server.url}/sandbox`, en: `The sandbox is running: ${server.url}/sandbox` });
    if (channel) {
      const { address } = await channel.health();
      say({ zh: `经 DXP 通道收发：${address}`, en: `It speaks DXP over ${address}` });
    }
    say({
      zh: '其中的企业、密钥和回执均为虚构。按 Ctrl-C 停止。',
      en: 'All in it is made up. Ctrl-C stops it.',
    });
    const lost = await Promise.race([stopped.then(() => undefined), database.lost]);
    await server.close();
    if (lost) throw lost;
  } catch (fault) {
    throw portFault(fault, port, '--port');
  } finally {
    await channel?.close().catch(() => undefined);
    await database.close().catch(() => undefined);
  }
  say({ zh: '已停止。', en: 'Stopped.' });
  return 0;
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Misuse({
    zh: `--port 应为 0 至 65535 的整数，而不是 ${text}。`,
    en: `--port is a number from 0 to 65535, not ${text}.`,
  });
}

/** The channel whose other end an enterprise or platform has: what it sends is what comes in here. */
async function channelOf({ folder, amqp }: { folder?: string; amqp?: string }): Promise<Channel | undefined> {
  if (folder !== undefined && amqp !== undefined) {
    throw new Misuse({
      zh: '--folder 与 --amqp 只能用一个。',
      en: 'Give --folder or --amqp, not both.',
    });
  }
  const theirs = folder === undefined ? amqp : `folder:${resolve(folder)}`;
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  if (theirs === undefined) return undefined;
  try {
    return await openChannel(otherEnd(theirs));
  } catch (fault) {
    if (fault instanceof ChannelError) throw new OperatorError(fault.sentence, fault);
    throw fault;
  }
}
