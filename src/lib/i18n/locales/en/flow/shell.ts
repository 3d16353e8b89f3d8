import type { Translation } from '../../../message';
import type { shell as source } from '../../zh-CN/flow/shell';

export const shell: Translation<typeof source> = {
  'app.name': 'Gradframe',
  'app.tagline': 'Take your own graduation photo',
  'app.skip': 'Skip to content',
  'app.language': 'Language',
  'app.languageFailed':
    'That language could not be loaded. Reload the page with a network and choose it again.',
  'app.captive':
    'This network wants you to sign in first (as campus or hotel Wi-Fi does). Sign in, or use another network; this page then goes on by itself, and nothing is lost.',
  'app.captiveOpen': 'Open its sign-in page',
  'app.offline': 'You are offline. Go on as usual; your photo is sent when the network is back.',
  'app.otherOrigin':
    'This is not the address that your unit has set up ({address}). A photo sent from here would be refused; it is not your fault. Open that address instead, and if it does not open, tell the office that collects the photos.',
  'app.otherOriginOpen': 'Open the right address',
  'app.offlineHere':
    'You are offline, and this browser cannot work without a network: keep this page open and go on when it is back. To work offline, open the page in the phone’s own browser.',
  'app.preparing': 'Getting ready to work offline: {loaded} of {total} MB',
  'app.preparingTime': 'Getting ready to work offline: {loaded} of {total} MB, about {seconds} s left',
  'app.toolsMissing':
    'Not all that checks the photo is on this device; without a network it cannot be checked. Connect to a network and try again.',
  'app.noRoom': 'This device is almost full. Please free some space before you take the photo.',
  'app.notKept':
    'This browser cannot keep your progress at the moment; it tries again by itself. Please do not close or reload the page until this note is gone.',
  'app.storageWaiting':
    'Gradframe in another tab or window holds this device’s storage. Close the other tabs of it; this one then goes on by itself.',
  'app.storageGoOn': 'Go on without keeping',
  'app.storageNewer': 'Gradframe was updated in another tab. Reload this page; nothing is lost.',
  'app.reload': 'Reload',
  'app.shared': 'The picture you shared is here, and is used as soon as a step needs it.',
  'app.loading': 'Opening…',
  'app.back': 'Back',
  'app.retry': 'Try again',
  'app.cancel': 'Cancel',
  'app.errors': 'Error ({count}): {title}',
  'app.progress': 'Step {step} of {count}',
  'step.home': 'Start',
  'step.notice': 'Notice',
  'step.register': 'Your code',
  'step.confirm': 'Your details',
  'step.instructions': 'Before you start',
  'step.capture': 'Photo',
  'step.check': 'Check',
  'step.submit': 'Send',
  'step.status': 'Status',
  'app.notFound': 'There is no such page',
  'app.notFoundHint':
    'The address may be incomplete or out of date. Nothing is lost: go on from the start page.',
  'app.failed': 'Something went wrong on this page. Nothing is lost; please open it again.',
  'app.missing.captive': 'This page could not be loaded: the network wants you to sign in first',
  'app.missing.none': 'This page could not be loaded: there is no network',
  'app.missing.newer': 'There is a newer version of Gradframe; this page has to be reloaded',
  'app.missing.file': 'This page could not be loaded',
  'app.missing.kept': 'Nothing is lost; you can go on once the page is opened again.',
  'app.home': 'Go to the start'
};
