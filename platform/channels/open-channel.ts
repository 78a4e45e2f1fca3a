import { Address } from './address.ts';
import { type Channel, ChannelError } from './channel.ts';
import { FolderChannel } from './folder/folder-channel.ts';

/**
 * Opens the channel an address names: `folder:/path?out=send&in=recv` for the folders of a terminal node, with
 * `amqp://user:password@host:5672/vhost?out=queue&in=queue` (or `amqps:`) for a message queue. `out` is what goes from
 * here to the other side, `in` what comes; the other side opens the same address with the two exchanged.
 * Settings of both: `at-once`, `tries`, `pause`, `most-bytes`, `failed`; of folders also `done`, `poll`, `settle`, of queues
 * `declare=no` (the queues are the broker's affair) and `patience`.
 * @throws ChannelError when the address is wrong or the medium cannot be used as it says.
 */
export async function openChannel(url: string): Promise<Channel> {
  const address = new Address(url);
  switch (address.url.protocol) {
    case 'folder:':
      return FolderChannel.open(address);
    case 'amqp:':
    case 'amqps:':
      // Loaded only where it is used: most installations have folders.
      return (await import('./amqp/amqp-channel.ts')).AmqpChannel.open(address);
    default:
      throw new ChannelError({
        zh: `没有 ${address.url.protocol} 这种通道；可用 folder:、amqp:、amqps:。`,
        en: `There is no channel of the kind ${address.url.protocol} Use folder:, amqp: or amqps:.`,
      });
  }
}
