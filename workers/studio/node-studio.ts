import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { startMozjpeg } from '../adapters/mozjpeg';
import type { Encoder } from '../finish/encode';
import type { DecodePicture } from '../finish/engines';
import { finish } from '../finish/recipe';
import { createPlane, type RgbaImage } from '../image/image';
import { startKernels, type Kernels } from '../kernels';
import type { FinishAnswer } from '../protocol';
import type { Colour } from '../standard/colours';
import type { ResolvedStandard } from '../standard/resolve';
import { TruthEngines } from './engines';
import { channel } from './layer';
import { sitterOptions, type SitterOptions } from './options';
import { pictureOf } from './picture';
import { compose, drawPerson, type Sitter } from './sitter';

/** The real encoder, decoder and kernels in Node, for the recipe. */
export async function nodeEngines(): Promise<{ encode: Encoder; decode: DecodePicture; kernels: Kernels }> {
  const wasm = createRequire(import.meta.url).resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm');
  const kernels = await readFile(new URL('../models/kernels.wasm', import.meta.url));
  return {
    encode: await startMozjpeg(await WebAssembly.compile(await readFile(wasm))),
    decode: async (jpeg) => pictureOf(await decodedJpeg(jpeg)),
    kernels: await startKernels(new Uint8Array(kernels))
  };
}

async function decodedJpeg(jpeg: Uint8Array): Promise<RgbaImage> {
  const { data, info } = await sharp(jpeg).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}

/** One drawn person, drawn once, whose photos are finished by the recipe with what is true of the drawing. */
export class NodeStudio {
  static async open(changes: SitterOptions = {}): Promise<NodeStudio> {
    return new NodeStudio(sitterOptions({ supersample: 1, ...changes }), await nodeEngines());
  }

  readonly #person: ReturnType<typeof drawPerson>;
  /** By the wall's colour. */
  readonly #drawn = new Map<string, { sitter: Sitter; truth: TruthEngines }>();

  private constructor(
    private readonly options: ReturnType<typeof sitterOptions>,
    private readonly engines: Awaited<ReturnType<typeof nodeEngines>>
  ) {
    this.#person = drawPerson(options);
  }

  /** A finished photo before a plain wall, whatever the rules say of the picture. */
  async shoot(
    standard: ResolvedStandard,
    wall: Colour = this.options.wall.colour
  ): Promise<{ answer: FinishAnswer; source: RgbaImage }> {
    const { sitter, truth } = this.#before(wall);
    truth.crop = null;
    const { findFaces, segmentPerson, kernels } = truth;
    const answer = await finish(
      truth.picture,
      {
        kind: 'still',
        standard,
        matte: 'fast',
        force: true,
        emit: { alpha: false, overlay: false, flat: true }
      },
      { ...this.engines, findFaces, segmentPerson, kernels }
    );
    return { answer, source: sitter.image };
  }

  /** A file's pixels as another decoder gives them. */
  pixelsOf = decodedJpeg;

  #before(colour: Colour): { sitter: Sitter; truth: TruthEngines } {
    const known = this.#drawn.get(String(colour));
    if (known) return known;
    const { layer, truth, labels } = this.#person;
    const alpha = createPlane(layer.width, layer.height);
    alpha.data.set(channel(layer, 3));
    const image = compose({ ...this.options, wall: { ...this.options.wall, colour } }, layer);
    const sitter = { image, truth: { ...truth, alpha, labels, foreground: new Float32Array() } };
    const drawn = { sitter, truth: new TruthEngines(sitter, this.engines.kernels) };
    this.#drawn.set(String(colour), drawn);
    return drawn;
  }
}
