import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';

/** Bytes that go at once; others wait for so much at most. */
const piece = 8 * 1024;

/** A line as a phone has it, of which all connections share one rate. */
export interface SlowLine {
  /** Bytes that came down it so far, headers included. */
  readonly bytes: number;
  stop(): Promise<void>;
}

/**
 * Listens at `port` and passes everything on to a server of this machine.
 *
 * @param bitsPerSecond downwards, of all connections together
 * @param latencyMs there and back
 */
export async function startSlowLine(
  port: number,
  server: number,
  { bitsPerSecond, latencyMs }: { bitsPerSecond: number; latencyMs: number }
): Promise<SlowLine> {
  const sockets = new Set<Socket>();
  const oneWay = latencyMs / 2;
  let bytes = 0;
  let free = 0;
  const down = async (from: Socket, to: Socket) => {
    for await (const part of from as AsyncIterable<Buffer>)
      for (let at = 0; at < part.length; at += piece) {
        const sent = part.subarray(at, at + piece);
        free = Math.max(free, performance.now()) + (sent.length * 8000) / bitsPerSecond;
        await after(free - performance.now());
        bytes += sent.length;
        setTimeout(() => to.write(sent), oneWay);
      }
    setTimeout(() => to.end(), oneWay);
  };
  const line = createServer((client) => {
    const passed = connect(server, '127.0.0.1');
    for (const socket of [client, passed]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      // The other end is cut off as well.
      socket.on('error', () => [client, passed].forEach((one) => one.destroy()));
    }
    client.on('data', (part) => setTimeout(() => passed.write(part), oneWay));
    client.on('end', () => setTimeout(() => passed.end(), oneWay));
    // A broken end is told by its own event.
    down(passed, client).catch(() => client.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    line.once('error', reject);
    line.listen(port, '127.0.0.1', resolve);
  });
  return {
    get bytes() {
      return bytes;
    },
    stop: () =>
      new Promise((resolve) => {
        line.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      })
  };
}
