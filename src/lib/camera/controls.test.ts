import { expect, it } from 'vitest';
import { controlsOf, noControls } from './controls';

it('offers nothing where the camera has nothing', () => {
  expect(controlsOf({}, {})).toEqual(noControls);
  expect(controlsOf({ torch: false, exposureCompensation: { min: 0, max: 0 } }, {})).toEqual(noControls);
  expect(controlsOf({ exposureCompensation: { max: 2 } }, {})).toEqual(noControls);
});

it('starts from what the camera does now', () => {
  const capabilities = { torch: true, exposureCompensation: { min: -2, max: 2, step: 0.5 } };
  expect(controlsOf(capabilities, { torch: true, exposureCompensation: 1 })).toEqual({
    torch: true,
    exposure: { min: -2, max: 2, step: 0.5, value: 1 },
    zoom: null
  });
  expect(controlsOf(capabilities, {}).exposure?.value).toBe(0);
});

it('makes a step where the camera names none', () => {
  expect(controlsOf({ exposureCompensation: { min: -2, max: 2 } }, {}).exposure?.step).toBeCloseTo(0.4);
});

it('zooms from where the camera stands, and from its widest where it does not say', () => {
  const zoom = { min: 1, max: 4, step: 0.1 };
  expect(controlsOf({ zoom }, { zoom: 2 }).zoom).toEqual({ ...zoom, value: 2 });
  expect(controlsOf({ zoom: { min: 0.5, max: 2, step: 0.5 } }, {}).zoom?.value).toBe(0.5);
});
