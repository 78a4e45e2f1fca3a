// `npm run rabbitmq`: a RabbitMQ for development on this machine, until Ctrl-C. The installed one, or Debian's packages
// unpacked under .chama; as whoever calls it, on a free port of 127.0.0.1, with its data in .chama/rabbitmq-data.
import { fileURLToPath } from 'node:url';
import { startBroker } from '../platform/channels/testing/rabbitmq.ts';

const data = fileURLToPath(new URL('../.chama/rabbitmq-data', import.meta.url));

try {
  console.log(
    '正在启动 RabbitMQ，首次约需下载 32 MB… / Starting RabbitMQ; the first time fetches some 32 MB…',
  );
  const broker = await startBroker(data);
  console.log(`${broker.url}?out=to-customs&in=from-customs`);
  console.log('按 Ctrl-C 停止。 / Ctrl-C stops it.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      broker.stop().then(() => process.exit(0));
    });
  }
} catch (fault) {
  const reason = fault instanceof Error ? fault.message : String(fault);
  console.error(`无法启动 RabbitMQ：${reason}。请安装 rabbitmq-server，或在 Debian 上运行。`);
  console.error(`RabbitMQ cannot be started: ${reason}. Install rabbitmq-server, or run this on Debian.`);
  process.exitCode = 1;
}
