import type { Command } from './command.ts';

/** Commands of what moves over the border beside lists. */
export const borderCommands: readonly Command[] = [
  {
    name: 'agencies',
    usage:
      'agencies check ADDRESS --secret-file FILE [--agency NAME] [--json] | agencies simulate NAME --secret-file FILE [--port PORT]',
    summary: {
      zh: '检查部门一侧的对接程序，或模拟一个部门',
      en: 'hold the adapter of an agency to the contract, or play an agency',
    },
    examples: [
      'chama agencies simulate market --secret-file secret.txt --port 9001',
      'chama agencies check http://127.0.0.1:9001 --secret-file secret.txt',
    ],
    run: async (args) => (await import('./agencies.ts')).agenciesCommand(args),
  },
  {
    name: 'transit',
    usage:
      'transit drive NUMBER [--seconds S] [--every S] [--stop-at 0…1] [--off-route] [--break-seal] [--url URL] [--key KEY]',
    summary: {
      zh: '模拟转关车辆：沿线报送位置，可停车、偏离、破封',
      en: 'play the truck of a transit: it reports positions, may stop, stray, break a seal',
    },
    examples: [
      'chama transit drive 86122026Z000000001',
      'chama transit drive 86122026Z000000001 --seconds 300 --off-route --break-seal',
      'chama transit drive 86122026Z000000001 --stop-at 0.5    # becomes silent, and late in time',
    ],
    run: async (args) => (await import('./transit.ts')).transitCommand(args),
  },
];
