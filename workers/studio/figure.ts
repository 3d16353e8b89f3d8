import { collarMesh, neckMesh, torsoMesh } from './body';
import { clothMaterial, collarMaterial } from './cloth';
import { expression } from './face-mesh';
import { glassesParts } from './glasses';
import { hairPieces } from './hair';
import { hairMaterial } from './hair-material';
import { earrings, necklace } from './jewellery';
import type { SitterSettings } from './options';
import type { Part } from './part';
import { rotation, turnMesh, type Rotation } from './pose';
import { earMaterial, faceMaterial, skinMaterial } from './skin';
import { earMesh, headMesh } from './skull';

/** A sitter in three dimensions. */
export interface Figure {
  parts: Part[];
  /** The 468 face points with their expression, before the head is turned; xyz interleaved. */
  face: Float32Array;
  rotation: Rotation;
}

/** Head (turned), neck and clothed shoulders (facing the camera). */
export function buildFigure(options: SitterSettings): Figure {
  const turned = rotation(options.yaw, options.pitch, options.roll);
  const face = expression(options.mouthOpen, options.eyesOpen);
  const head: Part[] = [
    {
      name: 'head',
      mesh: headMesh(face),
      material: faceMaterial({
        tone: options.skin,
        hairColour: options.hair.colour,
        vertices: face,
        eyesOpen: options.eyesOpen
      })
    },
    { name: 'ear', mesh: earMesh(-1), material: earMaterial(options.skin) },
    { name: 'ear', mesh: earMesh(1), material: earMaterial(options.skin) },
    ...hairPieces(options.hair).map(({ mesh, keep }) => ({
      name: 'hair',
      mesh,
      material: hairMaterial(options.hair),
      keep
    })),
    ...(options.glasses === 'none' ? [] : glassesParts()),
    ...(options.jewellery ? earrings() : [])
  ];
  return {
    parts: [
      { name: 'neck', mesh: neckMesh(), material: skinMaterial(options.skin) },
      { name: 'torso', mesh: torsoMesh(), material: clothMaterial(options.clothing) },
      { name: 'collar', mesh: collarMesh(), material: collarMaterial(options.clothing) },
      ...(options.jewellery ? necklace() : []),
      ...head.map((part) => ({ ...part, mesh: turnMesh(turned, part.mesh) }))
    ],
    face,
    rotation: turned
  };
}
