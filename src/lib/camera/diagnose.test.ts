import { describe, expect, it } from 'vitest';
import { diagnose, type CameraWorld } from './diagnose';

const world: CameraWorld = {
  isSecure: true,
  hasMediaDevices: true,
  standalone: false,
  permission: undefined
};
const error = (name: string) => Object.assign(new Error(name), { name });

describe('diagnose', () => {
  it.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'overconstrained'],
    ['NotReadableError', 'busy'],
    ['TypeError', 'failed']
  ])('%s is %s', (name, trouble) => expect(diagnose(error(name), world)).toBe(trouble));

  it('tells a question that was closed from one that was answered no', () => {
    expect(diagnose(error('NotAllowedError'), { ...world, permission: 'prompt' })).toBe('dismissed');
    expect(diagnose(error('NotAllowedError'), { ...world, permission: 'denied' })).toBe('denied');
  });

  it('blames the address before anything else', () => {
    expect(diagnose(null, { ...world, isSecure: false, hasMediaDevices: false })).toBe('insecure');
  });

  it('tells a browser that gives no page a camera from one that fails', () => {
    expect(diagnose(null, { ...world, hasMediaDevices: false })).toBe('unsupported');
    expect(diagnose(null, world)).toBe('failed');
  });

  it('tells a camera in use from one that is not there', () => {
    for (const name of ['NotReadableError', 'TrackStartError', 'AbortError'])
      expect(diagnose(error(name), world)).toBe('busy');
    expect(diagnose(error('DevicesNotFoundError'), world)).toBe('missing');
  });

  it('sends students from the home screen to the browser only where there is no camera', () => {
    expect(diagnose(null, { ...world, hasMediaDevices: false, standalone: true })).toBe('standalone');
    expect(diagnose(error('NotAllowedError'), { ...world, standalone: true })).toBe('denied');
  });
});
