import { isIP, type Socket } from 'node:net';
import { connect } from 'node:tls';
import { type Address, isTlsOptional, isTlsWanted, openSocket, tlsOptions } from './connection-options.ts';

/** What the server said at the start of a connection, and asks for again to stop what runs on it. */
export interface Backend {
  pid: number;
  secret: number;
}

const tlsRequest = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);
/** Shorter than what it stops may take to end: whether it came through is known by then. */
const withinMs = 500;

function cancelMessage({ pid, secret }: Backend): Buffer {
  const message = Buffer.alloc(16);
  for (const [index, value] of [16, 80_877_102, pid, secret].entries()) message.writeUInt32BE(value >>> 0, index * 4);
  return message;
}

/** The connection as the server wants it: with TLS where the address asks for that and the server has it. */
function dressed(socket: Socket, address: Address): Promise<Socket> {
  if (!isTlsWanted(address)) return Promise.resolve(socket);
  return new Promise((resolve, reject) => {
    socket.write(tlsRequest);
    socket.once('error', reject);
    socket.once('data', (answer) => {
      if (answer[0] === 'S'.charCodeAt(0)) {
        const secure = connect({
          socket,
          ...(isIP(address.host) ? {} : { servername: address.host }),
          ...tlsOptions(address),
        });
        secure.once('secureConnect', () => resolve(secure));
        secure.once('error', reject);
      } else if (isTlsOptional(address)) resolve(socket);
      else reject(new Error('the server has no TLS'));
    });
  });
}

/**
 * Stops what runs on a connection. It has ended when the server has closed its own: then the signal was sent, and what
 * begins afterwards is not hit by it.
 */
export function sendCancel(address: Address, backend: Backend): Promise<void> {
  const socket = openSocket(address);
  return new Promise<void>((resolve, reject) => {
    socket.setTimeout(withinMs, () => socket.destroy(new Error('no answer to a cancel request')));
    socket.once('error', reject);
    let isSent = false;
    socket.once('close', () => {
      if (isSent) resolve();
      else reject(new Error('a cancel request was not taken'));
    });
    dressed(socket, address)
      .then((ready) => {
        ready.resume();
        ready.write(cancelMessage(backend));
        isSent = true;
      })
      .catch(reject);
  });
}
