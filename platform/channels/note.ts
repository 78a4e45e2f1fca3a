import { ChannelError } from './channel.ts';

/** Longest text of a fault that is noted. */
const LONGEST = 1000;

/** Why a piece was set aside, for the operator: first line Chinese, second English, then the last fault. */
export function noteOf(name: string, tries: number, fault: unknown): string {
  const reason = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
  const sentences = fault instanceof ChannelError ? `${fault.sentence.zh}\n` : '';
  return (
    `${new Date().toISOString()} ${name} 处理 ${tries} 次未成，已搁置；排除原因后移回接收目录或队列即可重试。\n` +
    `Handling failed ${tries} times and the piece was set aside; mend the cause, then move it back to have it tried again.\n` +
    `${sentences}${reason.slice(0, LONGEST)}\n`
  );
}

/** A piece larger than the setting allows: no further try makes it smaller. */
export class TooLargeError extends ChannelError {
  constructor(bytes: number, mostBytes: number) {
    super({
      zh: `这一件有 ${bytes} 字节，超过通道的上限 ${mostBytes}（设置 most-bytes）。`,
      en: `The piece has ${bytes} bytes; the limit of the channel is ${mostBytes} (setting most-bytes).`,
    });
    this.name = 'TooLargeError';
  }
}
