import { describe, expect, it } from 'vitest';
import { troubleOf, type CameraWorld } from './trouble';

const world: CameraWorld = {
  isSecure: true,
  hasMediaDevices: true,
  userAgent: 'Chrome',
  standalone: false,
  permission: undefined
};
const error = (name: string) => Object.assign(new Error(name), { name });

describe('troubleOf', () => {
  it.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'overconstrained'],
    ['NotReadableError', 'busy'],
    ['TypeError', 'failed']
  ])('%s is %s', (name, trouble) => expect(troubleOf(error(name), world)).toBe(trouble));

  it('tells a question that was closed from one that was answered no', () => {
    expect(troubleOf(error('NotAllowedError'), { ...world, permission: 'prompt' })).toBe('dismissed');
    expect(troubleOf(error('NotAllowedError'), { ...world, permission: 'denied' })).toBe('denied');
  });

  it('blames the address before anything else', () => {
    expect(troubleOf(null, { ...world, isSecure: false, hasMediaDevices: false })).toBe('insecure');
  });

  it('sends students out of a messenger’s browser', () => {
    const userAgent = 'Mozilla/5.0 MicroMessenger/8.0';
    expect(troubleOf(null, { ...world, hasMediaDevices: false, userAgent })).toBe('inAppBrowser');
    expect(troubleOf(error('NotAllowedError'), { ...world, userAgent })).toBe('inAppBrowser');
  });

  it.each(['QQ/9.0', 'DingTalk/7.0', 'MicroMessenger/8.0', 'Weibo (iPhone)', 'AliApp(AP)', 'Lark/7.1'])(
    'knows %s as a browser inside another app',
    (name) =>
      expect(
        troubleOf(null, { ...world, hasMediaDevices: false, userAgent: `Mozilla/5.0 Mobile ${name}` })
      ).toBe('inAppBrowser')
  );

  it('tells a camera in use from one that is not there', () => {
    for (const name of ['NotReadableError', 'TrackStartError', 'AbortError'])
      expect(troubleOf(error(name), world)).toBe('busy');
    expect(troubleOf(error('DevicesNotFoundError'), world)).toBe('missing');
  });

  it('sends students from the home screen to the browser only where there is no camera', () => {
    expect(troubleOf(null, { ...world, hasMediaDevices: false, standalone: true })).toBe('standalone');
    expect(troubleOf(error('NotAllowedError'), { ...world, standalone: true })).toBe('denied');
  });
});
