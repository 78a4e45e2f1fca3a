import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts } from './free-ports.ts';
import { type BrokerPrograms, brokerPrograms } from './rabbitmq-programs.ts';

/** A broker of our own, on this machine only. */
export interface RunningBroker {
  /** Address with the password, without queues. */
  readonly url: string;
  /** Ends it in order. */
  stop(): Promise<void>;
  /** Ends it as a power failure would, and starts it again on the same data and port. */
  crash(): Promise<void>;
}

/** Where fetched programs are kept between runs. */
const BROKER_CACHE = fileURLToPath(new URL('../../../.chama/rabbitmq', import.meta.url));

/** Longest time to start, milliseconds; as a rule it takes four seconds. */
const START_MS = 90_000;

/**
 * Keeps the broker and its name service, and ends both when nobody holds the other end of its input any more: a test
 * run that is killed leaves no process behind.
 */
const GUARD = `
exec 3<&0
"$EPMD" -port "$ERL_EPMD_PORT" -address 127.0.0.1 </dev/null 3<&- & names=$!
"$SERVER" </dev/null 3<&- & server=$!
{ read -r line <&3; kill "$server"; } & watch=$!
exec 3<&-
wait "$server"
wait "$server"
kill "$watch" "$names" 2>/dev/null
`;

/**
 * Starts RabbitMQ as the current user on free ports of 127.0.0.1, with data in a folder of its own and a password
 * nobody else knows, without management.
 * @throws Error with the reason in one line if there is no such program and none can be fetched.
 */
export async function startBroker(folder: string): Promise<RunningBroker> {
  const programs = await brokerPrograms(BROKER_CACHE);
  await mkdir(folder, { recursive: true });
  const [port = 0, distribution = 0, names = 0] = await freePorts(3);
  const password = await keptPassword(join(folder, 'password'));
  await writeFile(
    join(folder, 'rabbitmq.conf'),
    `listeners.tcp.1 = 127.0.0.1:${port}\ndefault_user = chama\ndefault_pass = ${password}\n`,
    { mode: 0o600 },
  );
  await writeFile(join(folder, 'plugins'), '[].\n');
  const environment = environmentOf(programs, folder, distribution, names);
  let guard = await launch(folder, environment);
  return {
    url: `amqp://chama:${password}@127.0.0.1:${port}`,
    stop: async () => {
      guard.stdin?.end();
      await ended(guard);
    },
    crash: async () => {
      process.kill(-(guard.pid ?? 0), 'SIGKILL');
      await ended(guard);
      guard = await launch(folder, environment);
    },
  };
}

/** The account is made at the first start only, so its password stays with the data. */
async function keptPassword(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    const password = randomBytes(18).toString('hex');
    await writeFile(file, password, { mode: 0o600 });
    return password;
  }
}

function environmentOf(
  { server, erlang }: BrokerPrograms,
  folder: string,
  distribution: number,
  names: number,
): NodeJS.ProcessEnv {
  return {
    PATH: `${erlang}:${process.env.PATH}`,
    LANG: 'C.UTF-8',
    HOME: folder,
    SERVER: server,
    EPMD: join(erlang, 'epmd'),
    ERL_EPMD_PORT: String(names),
    ERL_CRASH_DUMP: '/dev/null',
    RABBITMQ_NODENAME: 'chama@localhost',
    RABBITMQ_DIST_PORT: String(distribution),
    RABBITMQ_MNESIA_BASE: join(folder, 'data'),
    RABBITMQ_LOG_BASE: join(folder, 'log'),
    RABBITMQ_CONFIG_FILE: join(folder, 'rabbitmq.conf'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'plugins'),
    RABBITMQ_CONF_ENV_FILE: '/dev/null',
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1}',
  };
}

/** Starts it and waits until it says that it is complete. */
async function launch(folder: string, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const guard = spawn('sh', ['-c', GUARD], {
    cwd: folder,
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const started = Promise.withResolvers<void>();
  let said = '';
  const listen = (part: Buffer): void => {
    said = (said + part.toString('utf8')).slice(-20_000);
    if (said.includes('completed with')) started.resolve();
  };
  guard.stdout?.on('data', listen);
  guard.stderr?.on('data', listen);
  guard.on('error', started.reject);
  guard.on('close', () => started.reject(new Error(`RabbitMQ ended while it started: ${said.slice(-2000)}`)));
  const late = setTimeout(() => started.reject(new Error('RabbitMQ did not start in time')), START_MS);
  try {
    await started.promise;
    return guard;
  } catch (fault) {
    guard.stdin?.end();
    throw fault;
  } finally {
    clearTimeout(late);
  }
}

async function ended(guard: ChildProcess): Promise<void> {
  if (guard.exitCode === null && guard.signalCode === null) {
    await new Promise((resolve) => guard.once('close', resolve));
  }
}
