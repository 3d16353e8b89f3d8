import type { Translation } from '../../../message';
import type { fit as source } from '../../zh-CN/flow/fit';

export const fit: Translation<typeof source> = {
  'fit.title': 'This device cannot make the photo now',
  'fit.insecure':
    'This page was not opened at a secure address (https), so the browser withholds what is needed. Open it again at the address that begins with https.',
  'fit.lockdown':
    'WebAssembly is switched off in this browser, so the checking tools cannot run. Lockdown Mode on iPhone and iPad does this: switch it off for this site in the browser’s website settings, then open the page again.',
  'fit.old':
    'The system or browser of this device is too old for the checking tools. iPhones and iPads need iOS 16.4 or later.',
  'fit.graphics':
    'The browser offers no graphics (WebGL 2), so the checking tools cannot run. On a computer, switch on hardware acceleration in the browser’s settings, or update the graphics driver.',
  'fit.ways': 'What you can do',
  'fit.browser':
    'In WeChat or another app: open the menu at the top right and open the page in the system’s browser',
  'fit.update': 'Update the system and the browser, then open the page again',
  'fit.device': 'Open this page on another phone or computer',
  'fit.kiosk': 'Use your institution’s photo kiosk, or ask your institution to have the photo taken',
  'fit.again': 'Check again'
};
