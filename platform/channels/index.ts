export {
  type Channel,
  ChannelError,
  type ChannelHealth,
  isPieceName,
  NotReadyError,
  type Piece,
  pieceIdentity,
  type Receiving,
} from './channel.ts';
export { openChannel } from './open-channel.ts';
