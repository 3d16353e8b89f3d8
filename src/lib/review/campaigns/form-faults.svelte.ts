import { getContext, setContext } from 'svelte';
import type { Fault } from '$lib/api/contracts/campaign-check';
import { t } from '../texts';

const name = Symbol('form faults');

/** What is wrong with a form's settings: told at each field that was touched, at all of them once saving was tried. */
export class FormFaults {
  tried = $state(false);
  #touched = $state.raw<readonly string[]>([]);
  readonly #faults: () => readonly Fault[];

  constructor(faults: () => readonly Fault[]) {
    this.#faults = faults;
    setContext(name, this);
  }

  /** @param path of the field: what is said of the fields in it counts too */
  touch(path: string): void {
    if (path && !this.#touched.includes(path)) this.#touched = [...this.#touched, path];
  }

  /** The text beside the field of `path`; null where nothing is to be said. */
  at(path: string): string | null {
    if (!this.tried && !this.#touched.includes(path)) return null;
    const fault = this.#faults().find((one) => covers(one, path));
    return fault ? t(`campaignFault.${fault.kind}`, { bound: fault.bound ?? '' }) : null;
  }
}

/** A group that is missing altogether is said at each of its fields; what is wrong inside one, at it. */
const covers = (fault: Fault, path: string) =>
  fault.path === path ||
  fault.path.startsWith(`${path}.`) ||
  (fault.kind === 'missing' && path.startsWith(`${fault.path}.`));

/** The faults of the form that the component stands in. */
export const formFaults = (): FormFaults => getContext(name);
