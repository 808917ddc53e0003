import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { type Fault, faultFor } from './faults.ts';
import type { Mailbox } from './mailbox.ts';

const MOST_BYTES_OF_ONE = 1024 * 1024;

export function makeSmtpServer(mailbox: Mailbox, fault: () => Fault): SMTPServer {
  const sockets = new Map<number | undefined, Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    allowInsecureAuth: true,
    size: MOST_BYTES_OF_ONE,
    maxClients: 50,
    closeTimeout: 500,
    onAuth: (_auth, _session, done) => done(null, { user: 'anyone' }),
    onRcptTo: ({ address }, _session, done) => {
      const { mode } = faultFor(fault(), address);
      if (mode === 'refuse') done(Object.assign(new Error('Mailbox unavailable'), { responseCode: 550 }));
      else if (mode === 'busy') done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
      else if (mode !== 'hang') done();
    },
    onData: async (stream, session, done) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      stream.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= MOST_BYTES_OF_ONE) chunks.push(chunk);
      });
      stream.on('end', async () => {
        if (bytes > MOST_BYTES_OF_ONE) return done(Object.assign(new Error('Too large'), { responseCode: 552 }));
        const to = session.envelope.rcptTo.map(({ address }) => address.toLowerCase());
        const now = faultFor(fault(), ...to);
        if (now.mode === 'delay') await pause(now.delayMs);
        await mailbox.keep(Buffer.concat(chunks), to).then(
          () => (now.mode === 'drop' ? sockets.get(session.remotePort)?.destroy() : done()),
          () => done(Object.assign(new Error('Not readable'), { responseCode: 554 })),
        );
      });
    },
  });
  server.server.on('connection', (socket: Socket) => {
    const { remotePort } = socket;
    sockets.set(remotePort, socket);
    socket.on('close', () => sockets.delete(remotePort));
  });
  // A client that hangs up in mid-sentence is ordinary.
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw error;
  });
  return server;
}
