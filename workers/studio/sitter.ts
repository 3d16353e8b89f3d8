import type { Labels } from '../face/labels';
import { createImage, createPlane, type RgbaImage } from '../image/image';
import { cameraDistance, type Camera } from './camera';
import { eyeHeight, eyeToChin } from './face-mesh';
import { buildFigure } from './figure';
import { drawLenses } from './glasses';
import { channel, createLayer, downsample, type Layer } from './layer';
import { drawnLabels } from './labels';
import { lighting } from './light';
import { normalNumbers } from './noise';
import { sitterOptions, type SitterOptions, type SitterSettings } from './options';
import { rasterise } from './raster';
import { resolve } from './resolve';
import { drawStrands } from './strands';
import { poseTruth, type PoseTruth, type SitterTruth } from './truth';
import { blurPlane, drawWall } from './wall';

export type { SitterOptions, SitterSettings } from './options';
export type { SitterTruth } from './truth';

export interface Sitter {
  image: RgbaImage;
  truth: SitterTruth;
}

/**
 * Draws a person who never lived, from MediaPipe's canonical face mesh, and answers what is true of the picture.
 *
 * Without options: a head-and-shoulders portrait, 960 × 1280, that meets every rule of the photo standard. Every
 * option is laid over those defaults. The same options draw the same bytes.
 */
export function renderSitter(changes: SitterOptions = {}): Sitter {
  const options = sitterOptions(changes);
  const { layer, truth, labels } = drawPerson(options);
  const image = compose(options, layer);
  return { image, truth: { ...truth, labels, ...separate(layer) } };
}

/** The person alone, at the picture's size, blurred as the picture will be. */
export function drawPerson(options: SitterSettings): { layer: Layer; truth: PoseTruth; labels: Labels } {
  const figure = buildFigure(options);
  const n = options.supersample;
  const camera = frame(options, n);
  const size = [options.width * n, options.height * n] as const;
  const depth = rasterise(figure.parts, camera, ...size);
  const light = lighting(
    options.light,
    figure.parts.filter(({ name }) => name !== 'hair' && name !== 'glasses').map(({ mesh }) => mesh)
  );
  const samples = createLayer(...size);
  resolve(depth, figure.parts, light, samples);
  drawStrands(options, figure.rotation, camera, depth, samples);
  if (options.glasses !== 'none') drawLenses(options.glasses, figure.rotation, camera, depth, samples);
  const layer = blurLayer(downsample(samples, n), options.blur);
  const truth = poseTruth(options, figure, frame(options, 1));
  return { layer, truth, labels: drawnLabels(depth, figure.parts, truth.geometry, n) };
}

/** The camera that puts the frontal head where the options want it, at `n` samples per pixel. */
function frame({ height, width, headSize, position }: SitterSettings, n: number): Camera {
  const perCentimetre = (headSize * height) / eyeToChin;
  return {
    focal: perCentimetre * cameraDistance * n,
    distance: cameraDistance,
    x: position.x * width * n,
    y: (position.y * height + eyeHeight * perCentimetre) * n
  };
}

function blurLayer(layer: Layer, sigma: number): Layer {
  if (sigma <= 0) return layer;
  const out = createLayer(layer.width, layer.height);
  for (let k = 0; k < 4; k++) {
    blurPlane(channel(layer, k), layer.width, layer.height, sigma).forEach(
      (value, i) => (out.data[i * 4 + k] = value)
    );
  }
  return out;
}

/** The person before the wall, with the sensor's noise. */
export function compose(options: SitterSettings, layer: Layer): RgbaImage {
  const image = createImage(options.width, options.height);
  const alpha = channel(layer, 3);
  const wall = drawWall(options, alpha);
  const next = normalNumbers(options.seed * 104729 + 3);
  for (let i = 0; i < alpha.length; i++)
    for (let k = 0; k < 3; k++)
      image.data[i * 4 + k] =
        layer.data[i * 4 + k]! + (1 - alpha[i]!) * wall[i * 3 + k]! + options.sensorNoise * next();
  return image;
}

/** Alpha and unmultiplied colours of a layer. */
function separate(layer: Layer): Pick<SitterTruth, 'alpha' | 'foreground'> {
  const alpha = createPlane(layer.width, layer.height);
  const foreground = new Float32Array(alpha.data.length * 3);
  for (let i = 0; i < alpha.data.length; i++) {
    const a = (alpha.data[i] = layer.data[i * 4 + 3]!);
    if (a > 0) for (let k = 0; k < 3; k++) foreground[i * 3 + k] = layer.data[i * 4 + k]! / a;
  }
  return { alpha, foreground };
}
