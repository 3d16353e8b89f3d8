import { createRawSnippet, type Component, type Snippet } from 'svelte';
import AdviceLine from '$lib/camera/AdviceLine.svelte';
import { everyStep } from '$lib/flow/steps';
import { t } from '$lib/i18n/i18n.svelte';
import StepProgress from '$lib/app/StepProgress.svelte';
import Field from '$lib/ui/Field.svelte';
import FileButton from '$lib/ui/FileButton.svelte';
import GuidePicture from '$lib/ui/GuidePicture.svelte';
import Icon from '$lib/ui/Icon.svelte';
import Notice from '$lib/ui/Notice.svelte';
import QrCode from '$lib/ui/QrCode.svelte';
import SetUpPicture from '$lib/ui/SetUpPicture.svelte';
import Sure from '$lib/ui/Sure.svelte';
import Tick from '$lib/ui/Tick.svelte';
import Waiting from '$lib/ui/Waiting.svelte';

/** A shared component in one of its states. */
export interface Exhibit {
  component: string;
  state: string;
  of: Component;
  props: Record<string, unknown>;
}

const says = (words: string): Snippet =>
  createRawSnippet(() => ({ render: () => `<span>${words.replaceAll('<', '&lt;')}</span>` }));

/** One exhibit, its properties held against the component's own. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as Svelte itself bounds the properties of a component
function show<Props extends Record<string, any>>(
  component: string,
  of: Component<Props, object, string>,
  states: Record<string, NoInfer<Props>>
): Exhibit[] {
  return Object.entries(states).map(([state, props]) => ({
    component,
    state,
    of: of as unknown as Component,
    props
  }));
}

const nothing = () => undefined;

/** Every component of `lib/ui` and what the camera and the flow share, in the texts of the present language. */
export const exhibits = (): Exhibit[] => [
  ...show('Notice', Notice, {
    info: { tone: 'info', children: says(t('app.offline')) },
    pass: { tone: 'pass', children: says(t('app.name')) },
    warn: { tone: 'warn', children: says(t('selftest.text')) },
    fail: { tone: 'fail', code: 'core.bug', children: says(t('selftest.trouble')) }
  }),
  ...show('Field', Field, {
    empty: { label: t('register.type'), value: '' },
    hint: { label: t('register.type'), hint: t('app.name'), value: '林晓' },
    error: { label: t('register.type'), error: t('register.lead'), value: '?' },
    disabled: { label: t('register.type'), value: '林晓', disabled: true }
  }),
  ...show('Tick', Tick, {
    open: { checked: false, testid: 'tick-open', children: says(t('app.name')) },
    ticked: { checked: true, testid: 'tick-ticked', children: says(t('app.name')) },
    wrong: { checked: false, testid: 'tick-wrong', error: 'why', children: says(t('app.name')) }
  }),
  ...show('Waiting', Waiting, {
    unknown: { label: t('selftest.running') },
    half: { label: t('selftest.running'), share: 0.5 }
  }),
  ...show('Sure', Sure, {
    quiet: {
      label: t('app.cancel'),
      yes: t('app.cancel'),
      testid: 'sure',
      onsure: nothing,
      children: says(t('selftest.text'))
    },
    disabled: {
      label: t('app.cancel'),
      yes: t('app.cancel'),
      testid: 'sure-off',
      onsure: nothing,
      disabled: true,
      children: says(t('selftest.text'))
    }
  }),
  ...show('FileButton', FileButton, {
    plain: { label: t('app.name'), accept: 'image/*', testid: 'file', onfile: nothing },
    primary: {
      label: t('app.name'),
      accept: 'image/*',
      testid: 'file-first',
      onfile: nothing,
      primary: true
    },
    disabled: { label: t('app.name'), accept: 'image/*', testid: 'file-off', onfile: nothing, disabled: true }
  }),
  ...show('StepProgress', StepProgress, {
    first: { steps: everyStep, position: 0 },
    middle: { steps: everyStep, position: 4 },
    last: { steps: everyStep, position: everyStep.length - 1 }
  }),
  ...show('AdviceLine', AdviceLine, {
    pass: { words: t('app.name'), advice: null, verdict: 'pass', mirrored: true },
    fail: {
      words: t('advice.frame.offCentre.left'),
      advice: 'frame.offCentre.left',
      verdict: 'fail',
      mirrored: true
    },
    unmirrored: {
      words: t('advice.frame.offCentre.left'),
      advice: 'frame.offCentre.left',
      verdict: 'fail',
      mirrored: false
    }
  }),
  ...show('QrCode', QrCode, { code: { text: 'GRADFRAME', label: t('app.name') } }),
  ...show(
    'GuidePicture',
    GuidePicture,
    Object.fromEntries(
      (['computer', 'chat', 'app', 'right', 'wrong'] as const).map((kind) => [kind, { kind }])
    )
  ),
  ...show('SetUpPicture', SetUpPicture, { wall: { kind: 'wall' }, stand: { kind: 'stand' } }),
  ...show('Icon', Icon, { device: { name: 'device' }, left: { name: 'left' }, wall: { name: 'wall' } })
];
