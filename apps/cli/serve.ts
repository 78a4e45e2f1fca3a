import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Bilingual } from '#kernel';
import { Networks } from '#outbound';
import { type Database, OperatorError, openDatabase } from '#postgres';
import { demoAccounts } from '../demo/accounts.ts';
import { confirmDemoConsumer } from '../demo/consumer.ts';
import { type RunningDay, startDemoDay } from '../demo/start.ts';
import { createZone } from '../demo/zone.ts';
import { sandboxAnnex } from '../sandbox/annex.ts';
import { type RunningServer, startServer } from '../server/server.ts';
import { customsOf } from './customs.ts';
import { type Environment, environment } from './environment.ts';
import { KeyFile } from './key-file.ts';
import { LoginFile } from './login-file.ts';
import { paymentDataLink } from './payment-data-link.ts';
import { ensurePortal } from './portal.ts';
import { trustFolder } from './signing-options.ts';
import { assertPortFree, portFault, stopAsked } from './stopping.ts';
import { openTlsOf, type TlsWishes, tlsWishes } from './tls.ts';

/** Connections of the server: two commit lanes, the conductor, and the short questions of all; readers have their own. */
const connections = 12;
/** In the demo day nobody waits half an hour to see a list whose paper never comes. */
const demoPaperWaitMs = 45_000;

const say = ({ zh, en }: Bilingual): void => void process.stdout.write(`${zh} ${en}\n`);

/** `serve`: the platform in this process, with a demo day unless it works on real data. */
export async function serveCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'no-demo': { type: 'boolean', default: false },
      ...{ 'tls-cert': { type: 'string' }, 'tls-key': { type: 'string' }, 'client-ca': { type: 'string' } },
    },
  });
  const stopped = stopAsked();
  const settings = environment();
  // What the demo day makes up must never come to customs.
  const asksCustoms = settings.customsChannel !== undefined;
  const wishes = tlsWishes({
    ...{ 'tls-cert': values['tls-cert'], 'tls-key': values['tls-key'], 'client-ca': values['client-ca'] },
  });
  // The firms of a demo day speak to this machine, and know no certificate of it.
  const speaksTls = wishes.certificate !== undefined;
  const wanted = !speaksTls && !values['no-demo'] && settings.databaseUrl === undefined && !asksCustoms;
  const demo = wanted && isLoopback(settings.host);
  if (wanted && !demo) say(noPublicDemo(settings.host));
  assertNoLoopback(settings, demo);
  await assertPortFree(settings);
  await mkdir(settings.dataFolder, { recursive: true });
  await ensurePortal(say);
  const database = await openDatabase({
    url: settings.databaseUrl,
    dataFolder: settings.dataFolder,
    keyFile: settings.keyFile,
    connections,
    say,
  });
  const ended = await run(database, settings, demo, wishes, stopped).catch((fault: unknown) => fault);
  await database.close().catch(() => undefined);
  if (ended instanceof Error) throw portFault(ended, settings.port);
  say({ zh: '已停止。', en: 'Stopped.' });
  return 0;
}

/** In a demo day everyone may read, so it plays for this machine only. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1)$/.test(host);

/** On real data nobody must have the platform knock at its own machine's doors. */
function assertNoLoopback({ webhookNetworks, agencyNetworks }: Environment, demo: boolean): void {
  const loopback = [webhookNetworks, agencyNetworks].some((words) => new Networks(words).loopback);
  if (demo || !loopback) return;
  throw new OperatorError({
    zh: 'CHAMA_WEBHOOK_NETWORKS、CHAMA_AGENCY_NETWORKS 中的本机地址（loopback）只可用于演示日；处理真实数据时请去掉。',
    en: 'In CHAMA_WEBHOOK_NETWORKS and CHAMA_AGENCY_NETWORKS this machine itself (loopback) is for the demo day only; leave it out on real data.',
  });
}

const noPublicDemo = (host: string): Bilingual => ({
  zh: `监听 ${host} 时不播放演示日：演示中人人可读。`,
  en: `On ${host} no demo day is played: in one everybody may read.`,
});

/** Runs until asked to stop, or until the database is lost: then that is the answer. */
async function run(
  database: Database,
  settings: Environment,
  demo: boolean,
  wishes: TlsWishes,
  stopped: Promise<unknown>,
): Promise<OperatorError | undefined> {
  const customs = await customsOf(settings);
  const { host, port, publicUrl, secureCookies, proxies, paymentDataFile, webhookNetworks } = settings;
  const { agencyNetworks } = settings;
  const paymentData =
    paymentDataFile === undefined ? {} : { paymentData: await paymentDataLink(paymentDataFile) };
  const tls = await openTlsOf(wishes, say);
  const server = await startServer({
    ...{ ...paymentData, ...tls.settings },
    database,
    port,
    host,
    publicUrl,
    otherSide: settings.sandboxUrl,
    secureCookies: secureCookies || wishes.certificate !== undefined,
    proxies,
    demo,
    customs,
    trustFolder: trustFolder(undefined),
    webhooks: { networks: webhookNetworks },
    agencyNetworks,
    mail: settings.mail,
    ...(demo
      ? { paperWaitMs: demoPaperWaitMs, annex: (parts) => sandboxAnnex(parts, { houseJudgesAll: true }) }
      : {}),
  }).catch(async (fault: unknown) => {
    tls.stop();
    await customs?.channel.close();
    throw fault;
  });
  announce(server, demo, customs !== undefined);
  const day = demo ? await startDemoDay(database, server, new KeyFile(settings.dataFolder)) : undefined;
  if (day) {
    const accounts = await announceAccounts(database, server, day, new LoginFile(settings.dataFolder));
    day.tellBorder(new Map([...accounts].map(([{ login }, { accountId }]) => [login, accountId])));
  }
  const lost = await Promise.race([stopped.then(() => undefined), database.lost]);
  await day?.stop();
  await (lost
    ? Promise.race([server.close(), new Promise((resolve) => setTimeout(resolve, 2_000))])
    : server.close());
  tls.stop();
  return lost;
}

/** Makes the people of the demonstration and prints how each signs in. */
async function announceAccounts(
  database: Database,
  server: RunningServer,
  { consumer }: RunningDay,
  file: LoginFile,
): Promise<Awaited<ReturnType<typeof demoAccounts>>> {
  const accounts = await demoAccounts(server.parts.access.ports, createZone(), file);
  for (const [{ role }, { accountId }] of accounts)
    if (role === 'consumer') await confirmDemoConsumer(database, consumer, accountId);
  say({ zh: '演示账号（密码在本机随机生成）：', en: 'Demo accounts (passwords made up on this machine):' });
  for (const [{ login, displayName }, { password, totpSecret }] of accounts)
    process.stdout.write(`  ${login.padEnd(16)} ${password}  ${totpSecret ? '+' : ' '} ${displayName}\n`);
  say({
    zh: '带 + 的另需验证码：npx chama accounts code 账号名',
    en: '+ needs a code as well: npx chama accounts code LOGIN',
  });
  const { orderNo, buyer } = consumer;
  say({
    zh: `查包裹：${server.url}/parcel，单号 ${orderNo}，手机号后四位 ${buyer.telephone.slice(-4)}`,
    en: `A parcel to look for, by its number and the last four digits.`,
  });
  return accounts;
}

function announce(server: RunningServer, demo: boolean, asksCustoms: boolean): void {
  say({ zh: `平台已启动：${server.url}`, en: `The platform is running: ${server.url}` });
  say({ zh: `接口说明：${server.url}/docs`, en: `The API is described there.` });
  if (demo) {
    say({
      zh: '演示日进行中：所有企业、商品和个人均为虚构。',
      en: 'A demo day is playing; its firms, goods and people are made up.',
    });
    say({ zh: `沙箱：${server.url}/sandbox`, en: 'The sandbox is there.' });
  }
  if (asksCustoms)
    say({
      zh: '清单由海关判定：报文经海关通道转报，回执转回企业。',
      en: 'Customs decides on lists: messages go over its channel, and its receipts come back to their senders.',
    });
  say({ zh: '按 Ctrl-C 停止。', en: 'Ctrl-C stops it.' });
}
