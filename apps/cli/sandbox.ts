import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bilingual } from '#kernel';
import { OperatorError } from '#postgres';
import { openSandboxDatabase, startSandbox } from '../sandbox/start.ts';
import { environment } from './environment.ts';
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
    },
  });
  const port = portOf(values.port);
  const stopped = stopAsked();
  await assertPortFree({ port, host }, '--port');
  await ensurePortal(say);
  const database = await openSandboxDatabase(values.data, say);
  try {
    const server = await startSandbox({ database, port });
    say({ zh: `沙箱已启动：${server.url}/sandbox`, en: `The sandbox is running: ${server.url}/sandbox` });
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
    await database.close().catch(() => undefined);
  }
  say({ zh: '已停止。', en: 'Stopped.' });
  return 0;
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new OperatorError({
    zh: `--port 应为 0 至 65535 的整数，而不是 ${text}。`,
    en: `--port is a number from 0 to 65535, not ${text}.`,
  });
}
