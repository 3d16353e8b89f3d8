import { i18n, t } from '$lib/i18n/i18n.svelte';
import type { Parameters } from '$lib/i18n/message';
import type { ResolvedStandard } from '$workers/standard/resolve';
import { boundText } from './bound-text';
import { formatValue, ratioOf } from './format';

/** The numbers of the standard in force, for the places of texts that name them. */
export const standardFigures = ({ width, height, density }: ResolvedStandard): Parameters => ({
  width,
  height,
  density
});

/** What a file that a student brings must be, in one sentence. */
export function uploadText({ upload }: ResolvedStandard): string {
  const { types, width = {}, height = {}, bytes = {}, aspect = {}, background } = upload;
  const pixels = (value: number) => formatValue(value, 'px', i18n.locale);
  const across = boundText(width, pixels);
  const down = boundText(height, pixels);
  const size = boundText(bytes, byteText);
  const ratio = ratioOf(aspect);
  const limits = [
    types && t('upload.types', { types: types.map(typeText).join(' / ') }),
    across && t('upload.width', { range: across }),
    down && t('upload.height', { range: down }),
    size && t('upload.bytes', { range: size }),
    ratio && t('upload.aspect', { ratio }),
    background && t('upload.background', { colour: i18n.lookup(`colour.${background}`, 'colour.other') })
  ].filter(Boolean);
  if (!limits.length) return t('instructions.uploadFree');
  return t('instructions.uploadRules', { limits: limits.join(t('upload.and')) });
}

const typeText = (type: string) => (type === 'jpeg' ? 'JPG' : type.toUpperCase());
const byteText = (bytes: number) =>
  bytes < 1024 * 1024
    ? formatValue(bytes / 1024, 'KB', i18n.locale)
    : formatValue(bytes / 1024 / 1024, 'MB', i18n.locale);
