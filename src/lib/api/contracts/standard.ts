import * as v from 'valibot';
import { colourOf } from '$workers/standard/colours';
import { headMeasures, type HeadMeasure } from '$workers/standard/head-measures';
import { highestDensity, longestSide, type PhotoStandard } from '$workers/standard/standard';
import { localText, text } from './parts';

const positive = (max: number) => v.pipe(v.number(), v.gtValue(0), v.maxValue(max));
const whole = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(max));
const extent = (max: number) =>
  v.union([whole(max), v.strictObject({ min: v.optional(whole(max)), max: v.optional(whole(max)) })]);
const bounds = (max: number) =>
  v.strictObject({
    min: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(max))),
    max: v.optional(positive(max))
  });

const maxBytes = 10 * 1024 * 1024;
const background = v.pipe(
  v.string(),
  v.check((name) => colourOf(name) !== undefined, 'a background is a known name or #rrggbb')
);
/** Message keys: what is said about it is in the product's own texts. */
const messageKey = v.pipe(v.string(), v.regex(/^[a-z]+(\.[a-zA-Z]+)+$/));

const windowSchema = v.strictObject({
  of: v.picklist(Object.keys(headMeasures) as HeadMeasure[]),
  ...bounds(longestSide).entries,
  unit: v.picklist(['px', 'share', 'mm']),
  low: v.optional(messageKey),
  high: v.optional(messageKey)
});

/** The bounds of a finished file; either may be left out. */
export const bytesSchema = bounds(maxBytes);

/** A whole photo standard of a unit's own, as written in a campaign's settings. */
export const standardSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{2,64}$/)),
  name: localText(128),
  issuer: text(128),
  source: text(512),
  date: v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)),
  trust: v.optional(v.picklist(['A', 'B', 'C']), 'A'),
  note: v.optional(text(1024)),
  width: extent(longestSide),
  height: extent(longestSide),
  aspect: v.optional(positive(4)),
  print: v.optional(v.strictObject({ width: positive(300), height: positive(300) })),
  density: v.optional(extent(highestDensity), 300),
  bytes: v.optional(bytesSchema),
  minQuality: v.optional(v.pipe(v.number(), v.integer(), v.minValue(30), v.maxValue(100)), 60),
  windows: v.pipe(v.array(windowSchema), v.maxLength(16)),
  backgrounds: v.union([v.literal('asIs'), v.pipe(v.array(background), v.minLength(1), v.maxLength(12))]),
  mayReplaceBackground: v.optional(v.boolean(), true),
  glasses: v.optional(v.picklist(['asWorn', 'allowed', 'forbidden']), 'asWorn'),
  headwear: v.optional(v.picklist(['none', 'exempt']), 'exempt'),
  maxAgeMonths: v.optional(whole(120)),
  angles: v.optional(
    v.strictObject({
      yaw: v.optional(positive(90)),
      pitch: v.optional(positive(90)),
      roll: v.optional(positive(90))
    })
  ),
  upload: v.optional(
    v.strictObject({
      types: v.optional(v.array(v.picklist(['jpeg', 'png', 'webp', 'heif', 'bmp']))),
      width: v.optional(bounds(20_000)),
      height: v.optional(bounds(20_000)),
      bytes: v.optional(bounds(100 * 1024 * 1024)),
      aspect: v.optional(bounds(4)),
      background: v.optional(background)
    })
  )
}) satisfies v.GenericSchema<unknown, PhotoStandard>;
