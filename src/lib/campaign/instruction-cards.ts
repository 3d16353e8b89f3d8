import type { MessageKey } from '$lib/i18n/catalogue';

/** What students read before the photo, a card each; those of a studio's file read nothing of a camera. */
export interface InstructionCard {
  title: MessageKey;
  picture: 'wall' | 'good' | 'stand' | 'helper' | null;
  lines: readonly MessageKey[];
}

/** How this photo comes: a file, the phone's own camera, a helper at the back camera, or the student alone. */
export type Taking = 'file' | 'phone' | 'helper' | 'alone';

const place: InstructionCard = {
  title: 'instructions.place',
  picture: 'wall',
  lines: ['instructions.wall', 'instructions.light']
};
const worn: readonly MessageKey[] = [
  'instructions.hair',
  'instructions.clothes',
  'instructions.jewellery',
  'instructions.calm'
];
const you: InstructionCard = { title: 'instructions.you', picture: 'good', lines: worn };
const helperLines: readonly MessageKey[] = ['instructions.helperHold', 'instructions.helperFrame'];

const cards: Readonly<Record<Taking, readonly InstructionCard[]>> = {
  file: [
    {
      title: 'instructions.file',
      picture: null,
      lines: ['instructions.fileOriginal', 'instructions.fileRetouch', 'instructions.fileOwn']
    },
    { ...you, title: 'instructions.onPhoto' }
  ],
  phone: [
    place,
    you,
    {
      title: 'instructions.helperTitle',
      picture: 'helper',
      lines: [...helperLines, 'instructions.noBeauty']
    }
  ],
  helper: [
    place,
    you,
    {
      title: 'instructions.helperTitle',
      picture: 'helper',
      lines: [...helperLines, 'instructions.noBeauty', 'instructions.auto']
    }
  ],
  alone: [
    place,
    you,
    {
      title: 'instructions.phone',
      picture: 'stand',
      lines: ['instructions.stand', 'instructions.noBeauty', 'instructions.auto']
    }
  ]
};

/** The cards of a way of taking the photo, in the order they are read. */
export const cardsFor = (taking: Taking): readonly InstructionCard[] => cards[taking];
