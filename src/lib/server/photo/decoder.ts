import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import program from './decode-process.mjs?raw';
import { environment } from '../settings';

/** What the decoder is asked for: a whole decode, answered with the edges only. */
export interface DecodeOrder {
  file: Uint8Array;
  /** Pictures of more pixels are not begun. */
  pixels: number;
  /** Rows of the top edge; columns of each side; how far down the sides go. */
  top: number;
  side: number;
  height: number;
  /** Cells whose mean light is told, over a part of the picture, in shares of its sides. */
  grid: { left: number; right: number; top: number; bottom: number; columns: number; rows: number };
}

export interface Decoded {
  /** 0 when it cannot be decoded. */
  channels: number;
  /** Raw samples: the top rows, then left and right columns of each row below. */
  edges: Uint8Array;
  /** Mean light, 0…255, of each cell, row by row. */
  lights: Float32Array;
}

const processes = 2;
/** A picture takes some milliseconds; a decoder that takes this long is stuck and ended. */
const patienceMs = 10_000;
/** Of the decoder's own heap; the pixels are bounded by the order. */
const heapMb = 64;

interface Waiting {
  order: DecodeOrder;
  resolve(decoded: Decoded): void;
}

const queue: Waiting[] = [];
const idle: ChildProcess[] = [];
let running = 0;
let number = 0;

/**
 * Decodes in one of a few processes, one picture each at a time; the rest waits its turn. A process that crashes or
 * is stuck is replaced, and its picture answers as undecodable.
 */
export function decode(order: DecodeOrder): Promise<Decoded> {
  return new Promise((resolve) => {
    queue.push({ order, resolve });
    next();
  });
}

function next(): void {
  if (!queue.length) return;
  const child = idle.pop() ?? (running < processes ? start() : undefined);
  if (child) run(child, queue.shift()!);
}

function run(child: ChildProcess, { order, resolve }: Waiting): void {
  const mine = ++number;
  const done = (decoded: Decoded, alive: boolean) => {
    clearTimeout(late);
    child.off('message', heard);
    child.off('exit', died);
    if (alive) idle.push(child);
    rest(child);
    resolve(decoded);
    next();
  };
  const heard = (message: Decoded & { number: number }) => {
    if (message.number === mine) done(message, true);
  };
  const died = () => done({ channels: 0, edges: new Uint8Array(), lights: new Float32Array() }, false);
  const late = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  child.on('message', heard);
  child.on('exit', died);
  wake(child);
  child.send({ number: mine, ...order }, (error) => {
    if (error) child.kill('SIGKILL');
  });
}

function start(): ChildProcess {
  running++;
  const sharp = pathToFileURL(createRequire(import.meta.url).resolve('sharp')).href;
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${heapMb}`, '--input-type=module', '--eval', program, '--', sharp],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
      env: { PATH: environment().PATH }
    }
  );
  child.on('error', () => undefined);
  child.once('exit', () => {
    running--;
    const at = idle.indexOf(child);
    if (at >= 0) idle.splice(at, 1);
  });
  return child;
}

/** A decoder at rest holds nobody's process open; one at work does. */
function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}
function wake(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}
