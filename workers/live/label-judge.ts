import type { Engines } from '../finish/engines';
import { judgeSource } from '../finish/stages/judge-source';
import { locate } from '../finish/stages/locate';
import type { Picture } from '../image/picture';
import type { Report } from '../protocol';
import type { ResolvedStandard } from '../standard/resolve';

/**
 * Judges a camera frame, which stays open, by the rules that need the sitter labelled: what the still would be told.
 * Null without the model or a face.
 *
 * @throws whatever an engine throws
 */
export function judgeLabelled(frame: Picture, standard: ResolvedStandard, engines: Engines): Report | null {
  if (!engines.labelSitter) return null;
  const found = locate(frame, standard, engines);
  return found.geometry && judgeSource(frame, found, { kind: 'still', standard }, engines, true).report;
}
