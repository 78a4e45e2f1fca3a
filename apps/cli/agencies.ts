import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Agency, agencies } from '#access';
import { OperatorError } from '#postgres';
import { checkAdapter } from '../../modules/agencies/wiring.ts';
import { AgencySimulator } from '../sandbox/agencies/simulator.ts';
import { Misuse } from './misuse.ts';
import { stopAsked } from './stopping.ts';

const NOT_KEPT = 1;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function secretOf(file: string): Promise<string> {
  const secret = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (/^whsec_[A-Za-z0-9+/=]{24,}$/.test(secret)) return secret;
  throw new OperatorError({
    zh: `${file} 中没有 whsec_ 开头的密钥`,
    en: `${file} holds no secret that begins with whsec_`,
  });
}

function agencyOf(name: string): Agency {
  if (name in agencies) return name as Agency;
  const known = Object.keys(agencies).join(', ');
  throw new Misuse({
    zh: `没有部门 ${name}；有 ${known}`,
    en: `There is no agency ${name}; there are ${known}`,
  });
}

async function check(address: string, secret: string, agency: Agency, json: boolean): Promise<number> {
  if (!URL.canParse(address))
    throw new Misuse({ zh: `不是地址：${address}`, en: `Not an address: ${address}` });
  const results = await checkAdapter(address, secret, agency);
  if (json) say(JSON.stringify({ results }));
  else
    for (const { passed, name, zh, en, seen } of results)
      say(`${passed ? '✓' : '✗'} ${name}  ${zh} · ${en}${seen === undefined ? '' : ` — ${seen}`}`);
  return results.every(({ passed }) => passed) ? 0 : NOT_KEPT;
}

async function simulate(agency: Agency, secret: string, port: number): Promise<number> {
  const stopped = stopAsked();
  const simulator = new AgencySimulator({ agency, secret, port });
  say(`${agencies[agency].zh} ${agencies[agency].en}: ${await simulator.start()}`);
  await stopped;
  await simulator.stop();
  return 0;
}

/**
 * `chama agencies check ADDRESS --secret-file FILE`: holds the adapter of an agency at work to the contract.
 * `agencies simulate AGENCY --secret-file FILE`: plays an agency until it is stopped.
 * @returns 0; 1 where the adapter does not keep to the contract.
 */
export async function agenciesCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'secret-file': { type: 'string' },
      agency: { type: 'string', default: 'market' },
      port: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
    },
  });
  const [verb, first] = positionals;
  const { 'secret-file': file, agency, port, json } = values;
  if (first && file && positionals.length === 2 && /^\d{1,5}$/.test(port)) {
    if (verb === 'check') return check(first, await secretOf(file), agencyOf(agency), json);
    if (verb === 'simulate') return simulate(agencyOf(first), await secretOf(file), Number(port));
  }
  throw new Misuse({
    zh: '用法：chama agencies check 地址 --secret-file 文件 [--agency 部门] [--json] | agencies simulate 部门 --secret-file 文件 [--port 端口]',
    en: 'Usage: chama agencies check ADDRESS --secret-file FILE [--agency NAME] [--json] | agencies simulate NAME --secret-file FILE [--port PORT]',
  });
}
