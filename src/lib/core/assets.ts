/**
 * URLs of the image core's wasm and models. They are imported here, on the page's side, so that each is
 * hashed by content and listed for the service worker; the workers only get the URL.
 */
import jpegEncoder from '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm?url';
import wasmLoader from '@mediapipe/tasks-vision/vision_wasm_module_internal.js?url';
import wasmBinary from '@mediapipe/tasks-vision/vision_wasm_module_internal.wasm?url';
import zxingWasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
// Its package exports the runtime's two files to nobody.
import onnxLoader from '../../../node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.mjs?url';
import onnxWasm from '../../../node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm?url';
import faceScript from '$workers/face.worker?worker&url';
import photoScript from '$workers/photo.worker?worker&url';
import faceModel from '$workers/models/face_landmarker.task?url';
import fineModel from '$workers/models/isnet_320x448.onnx?url';
import labelModel from '$workers/models/selfie_multiclass.tflite?url';
import kernels from '$workers/models/kernels.wasm?url';
import personModel from '$workers/models/selfie_segmentation.tflite?url';
import type { CodeAssets, FineAssets, LabelAssets, PhotoAssets, VisionAssets } from '$workers/protocol';

export const codeAssets: CodeAssets = { zxingWasm };
export const visionAssets: VisionAssets = { wasmLoader, wasmBinary, faceModel, personModel, kernels };
export const photoAssets: PhotoAssets = { ...visionAssets, jpegEncoder };
export const labelAssets: LabelAssets = { labelModel };
export const fineAssets: Omit<FineAssets, 'threads'> = { fineModel, onnxLoader, onnxWasm };

/** Of the workers that look at photos. */
export const scripts = { face: faceScript, photo: photoScript };

/** What the first advice at the camera needs, in the order in which it is fetched ahead of need. */
export const cameraFiles: readonly string[] = [faceScript, wasmLoader, kernels, wasmBinary, faceModel];

/**
 * What comes behind it: the rest of the advice, and what finishing a photo adds. The pages' own files follow, then
 * `otherFiles`.
 */
export const photoFiles: readonly string[] = [
  ...new Set([personModel, photoScript, ...Object.values(photoAssets)])
].filter((url) => !cameraFiles.includes(url));

/** The reader of codes, which the page that reads them asks for itself, then the large model of labels. */
export const otherFiles: readonly string[] = [...Object.values(codeAssets), ...Object.values(labelAssets)];
