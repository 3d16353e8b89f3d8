import type { Translation } from '../../../message';
import type { camera as source } from '../../zh-CN/flow/camera';

export const camera: Translation<typeof source> = {
  'camera.denied':
    'The camera is not allowed. Allow it in the address bar or the system settings and try again. Inside another app it is that app that must be allowed; you can also open the menu and choose “Open in browser”.',
  'camera.dismissed': 'The camera has not been allowed yet. Try again and choose “Allow”.',
  'camera.missing': 'No camera was found on this device. Use another device, or another way below.',
  'camera.busy': 'Another programme is using the camera. Close it (a meeting, for example) and try again.',
  'camera.insecure':
    'This address is not secure, so the browser forbids the camera. Open it with https, or use another way below.',
  'camera.unsupported':
    'This browser gives no camera. Use another way below; inside another app you can also open the menu and choose “Open in browser”.',
  'camera.standalone':
    'Opened from the home screen, this system gives no camera. Open the page in Safari, or use another way below.',
  'camera.overconstrained': 'That camera cannot be opened any more. Try again to return to the default one.',
  'camera.ended': 'The camera stopped. Try again to reopen it.',
  'camera.paused':
    'The system has paused the camera. It goes on when the call or the other camera programme ends.',
  'camera.frozen': 'The camera picture is frozen; the camera is being reopened. No photo is taken meanwhile.',
  'camera.slow':
    'The camera gives no picture yet. If the browser asks whether it may be used, choose “Allow”; if it does not ask, reopen it.',
  'camera.reopen': 'Reopen the camera',
  'camera.touch': 'Tap to start the picture',
  'camera.lens': 'Camera',
  'camera.lensNumber': 'Camera {number}',
  'camera.coarse':
    'This camera has a low resolution, so the photo may not be sharp. Use a phone if you can, or upload a photo.',
  'camera.zoom': 'Zoom',
  'camera.codeFound': 'Code read',
  'camera.code.none': 'Hold the code inside the frame',
  'camera.code.tooSmall': 'Move closer',
  'camera.code.blurred': 'Hold still until it is sharp',
  'camera.code.glare': 'Glare: change the angle',
  'camera.code.cutOff': 'Show the whole code',
  'camera.code.unreadable': 'Face it squarely, a little closer',
  'camera.failed':
    'The camera cannot be opened. Try again; if that fails, restart the browser or use another way below.',
  'camera.own': 'Use the phone’s own camera',
  'camera.ownCode': 'Photograph the code with the phone’s camera'
};
