import { expose, transfer } from 'comlink';
import type { SitterOptions } from '../../../workers/studio/options';
import { renderSitter, type Sitter } from '../../../workers/studio/sitter';

/** What a drawn picture is judged by, without the planes that are large and not asked for. */
export type Drawing = Pick<Sitter, 'image'> & {
  truth: Omit<Sitter['truth'], 'alpha' | 'foreground' | 'labels'>;
};

const api = {
  /** Draws a sitter; some seconds. */
  draw(options: SitterOptions): Drawing {
    const { image, truth } = renderSitter(options);
    const { yaw, pitch, roll, mouthGap, landmarks, eyes, chin, ears, geometry } = truth;
    const known = { yaw, pitch, roll, mouthGap, landmarks, eyes, chin, ears, geometry };
    return transfer({ image, truth: known }, [image.data.buffer]);
  }
};

export type StudioApi = typeof api;

expose(api);
