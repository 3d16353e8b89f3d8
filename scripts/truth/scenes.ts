import type { SitterOptions } from '../../workers/studio/sitter';

export interface Scene {
  id: string;
  wall: 'plain' | 'busy';
  sitter: SitterOptions;
  /** Somebody else behind the sitter, out of focus: the whole of this picture is the wall. */
  behind?: SitterOptions;
}

const brown = [96, 62, 40] as const;
const blond = [196, 160, 104] as const;

/** Sitters whose alpha is known, before walls as students find them. */
export const scenes: readonly Scene[] = [
  { id: 'short', wall: 'plain', sitter: {} },
  { id: 'long', wall: 'plain', sitter: { hair: { style: 'long' } } },
  {
    id: 'long-blue',
    wall: 'plain',
    sitter: { hair: { style: 'long', colour: brown }, wall: { colour: [120, 160, 200] } }
  },
  {
    id: 'long-gradient',
    wall: 'plain',
    sitter: { hair: { style: 'long' }, wall: { colour: [222, 205, 180], gradient: 0.4, noise: 2 } }
  },
  {
    id: 'shadow',
    wall: 'plain',
    sitter: { wall: { colour: [228, 228, 226], castShadow: 0.4 }, light: { direction: 'left' } }
  },
  {
    id: 'blond-on-white',
    wall: 'plain',
    sitter: { hair: { style: 'long', colour: blond }, wall: { colour: [240, 240, 238], noise: 1.5 } }
  },
  {
    id: 'white-on-white',
    wall: 'plain',
    sitter: { clothing: { style: 'shirt', colour: [238, 238, 238] }, wall: { colour: [236, 236, 236] } }
  },
  { id: 'bald', wall: 'plain', sitter: { hair: { style: 'bald' }, wall: { colour: [200, 210, 220] } } },
  { id: 'bricks', wall: 'busy', sitter: { hair: { style: 'long' }, wall: { busy: 'bricks' } } },
  { id: 'shelves', wall: 'busy', sitter: { wall: { busy: 'shelves' } } },
  {
    id: 'leaves',
    wall: 'busy',
    sitter: { hair: { style: 'long', colour: brown }, wall: { busy: 'leaves' } }
  },
  {
    id: 'hair-like-wall',
    wall: 'busy',
    sitter: {
      hair: { style: 'long', colour: brown },
      wall: { colour: [112, 82, 60], gradient: 0.3, noise: 3 }
    }
  },
  {
    id: 'black-on-dark',
    wall: 'busy',
    sitter: { hair: { style: 'long' }, wall: { colour: [58, 56, 56], noise: 3 } }
  },
  {
    id: 'person-behind',
    wall: 'busy',
    sitter: { hair: { style: 'long' } },
    behind: { position: { x: 0.12, y: 0.52 }, clothing: { style: 'suit', colour: [130, 40, 44] } }
  },
  {
    id: 'person-close-behind',
    wall: 'busy',
    sitter: {},
    behind: { headSize: 0.18, position: { x: 0.84, y: 0.4 }, hair: { style: 'bald' } }
  }
];
