import { ConfigError } from './config-error';

/** Settings by name, as the environment gives them. */
export type Settings = Readonly<Record<string, string | undefined>>;

/** Something that is off, with the settings it wants for being on. */
export interface Off {
  id: string;
  wants: string[];
}

/** What the settings turn on: each thing that needs credentials is on when they are all there. */
export class ConfiguredDrivers<Thing> {
  readonly on: Thing[] = [];
  readonly off: Off[] = [];

  constructor(private readonly settings: Settings) {}

  /**
   * Turns `id` on when every named setting is there, and notes what it wants otherwise.
   *
   * @throws ConfigError naming the settings, when they are there but `make` takes none of them
   */
  add<Name extends string>(
    id: string,
    names: readonly Name[],
    make: (values: Record<Name, string>) => Thing
  ): void {
    if (this.lacks(id, names)) return;
    try {
      this.on.push(make(this.settings as Record<Name, string>));
    } catch (error) {
      throw new ConfigError(`${names.join(', ')}: ${(error as Error).message}`);
    }
  }

  /** The same for what is heavy, and therefore loaded only when it is on. */
  async load<Name extends string>(
    id: string,
    names: readonly Name[],
    load: () => Promise<(values: Record<Name, string>) => Thing>
  ): Promise<void> {
    if (!this.lacks(id, names)) this.add(id, names, await load());
  }

  /** Whether a setting is missing; then it is noted what is wanted. */
  private lacks(id: string, names: readonly string[]): boolean {
    const wants = names.filter((name) => !this.settings[name]);
    if (wants.length) this.off.push({ id, wants });
    return wants.length > 0;
  }
}
