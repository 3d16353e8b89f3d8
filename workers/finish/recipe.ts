import type { Picture } from '../image/picture';
import type { FinishAnswer, FinishOptions } from '../protocol';
import { answerOf, refusalOf } from './answer';
import { Clock } from './clock';
import { encodeWithin } from './encode';
import type { Engines } from './engines';
import { compose } from './stages/compose';
import { cutOut } from './stages/cut-out';
import { judgeSource } from './stages/judge-source';
import { open } from './stages/open';
import { standingAsItIs, standUpright } from './stages/stand-upright';
import { verify } from './stages/verify';

/**
 * Still or file → finished photo and report. Each stage is a function of what came before and the engines:
 *
 *     Picture ─ open ─▶ Found ─ judge ─▶ Judged ─ cutOut ─▶ CutOut ─ compose ─▶ Flat ─ encode ─▶ File ─ verify ─▶ Checked
 *
 * A picture that fails a rule is not finished, unless forced to. The picture is closed at the end.
 *
 * @throws CoreError where the file cannot be read, an engine is not loaded or no quality fits the byte window
 */
export async function finish(
  source: Blob | Picture,
  options: FinishOptions,
  engines: Engines,
  clock = new Clock()
): Promise<FinishAnswer> {
  const { standard, kind } = options;
  const opened = await clock.time('decode', () => open(source, engines.decode, standard.background));
  const { file } = opened;
  try {
    const { picture, found, turned, copy } = await clock.time('landmarks', () =>
      file
        ? standUpright(opened.picture, standard, engines)
        : standingAsItIs(opened.picture, standard, engines)
    );
    const judged = await clock.time('measure', () =>
      judgeSource(picture, found, { kind, standard, file, copy }, engines)
    );
    const seen = { picture, found, judged, turned, options, engines, clock };
    const [sitter] = found.faces;
    const { geometry, framing } = found;
    const refused = judged.report.verdict === 'fail' && !options.force;
    if (!sitter || !geometry || !framing?.crop || refused) return refusalOf(seen);

    const { report, labels } = judged;
    const { crop = framing.crop } = options;
    const located = { picture, sitter, labels, geometry, crop, fixed: !!options.crop, report };
    const cut = await clock.time('matte', () => cutOut(located, standard, options.matte, engines));
    const flat = await clock.time('finish', () => compose(cut, standard.background));
    const encoded = await clock.time('encode', () => encodeWithin(flat, standard, engines.encode));
    const checked = await clock.time('verify', () => verify(encoded.jpeg, options, engines));
    return answerOf(seen, { cut, flat, encoded, checked });
  } finally {
    opened.picture.close();
  }
}
