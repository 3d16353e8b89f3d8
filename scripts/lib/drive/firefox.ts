/** Firefox by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), which it speaks itself. */
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Index as Connection } from 'selenium-webdriver/bidi';
import { saying, startProgram } from './program';
import type { DrivenBrowser, StartOptions, Tab } from './tab';

// A CommonJS module whose type names its class otherwise.
const Bidi = createRequire(import.meta.url)('selenium-webdriver/bidi/index.js') as typeof Connection;

type Command = <T>(method: string, params: object) => Promise<T>;

/** Written to the profile: no first-run pages, no requests of its own, downloads without a question. */
const preferences = (folder: string, isPrivate: boolean) => ({
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.download.dir': join(folder, 'downloads'),
  'browser.download.folderList': 2,
  'browser.download.useDownloadDir': true,
  'browser.privatebrowsing.autostart': isPrivate,
  'browser.region.network.url': '',
  'browser.safebrowsing.downloads.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'intl.accept_languages': 'zh-CN',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'privacy.trackingprotection.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
  'webgl.force-enabled': true
});

export async function startFirefox(
  path: string,
  { display, isPrivate = false }: StartOptions
): Promise<DrivenBrowser> {
  const program = await startProgram({
    command: path,
    args: async (folder) => {
      const profile = join(folder, 'profile');
      await mkdir(profile);
      await mkdir(join(folder, 'downloads'));
      const lines = Object.entries(preferences(folder, isPrivate)).map(
        ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`
      );
      await writeFile(join(profile, 'user.js'), lines.join('\n'));
      return ['--no-remote', '--remote-debugging-port=0', '--profile', profile, 'about:blank'];
    },
    ready: saying(2, /WebDriver BiDi listening on (ws:\/\/\S+)/),
    env: { DISPLAY: display, MOZ_CRASHREPORTER_DISABLE: '1' }
  });
  try {
    const connection = new Bidi(`${program.said}/session`);
    await connection.waitForConnection();
    const command = commandOf(connection);
    await command('session.new', { capabilities: {} });
    const { contexts } = await command<{ contexts: { context: string }[] }>('browsingContext.getTree', {});
    return {
      tab: tabOf(command, contexts[0]!.context),
      downloads: join(program.folder, 'downloads'),
      close: async () => {
        await connection.close();
        await program.end();
      }
    };
  } catch (error) {
    await program.end();
    throw error;
  }
}

function commandOf(connection: Connection): Command {
  return async <T>(method: string, params: object): Promise<T> => {
    const answer = (await connection.send({ method, params })) as {
      type: string;
      error?: string;
      message?: string;
      result: T;
    };
    if (answer.type === 'error') throw new Error(`${method}: ${answer.error}: ${answer.message}`);
    return answer.result;
  };
}

function tabOf(command: Command, context: string): Tab {
  const perform = (source: object) => command('input.performActions', { context, actions: [source] });
  return {
    goto: async (url) => {
      await command('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    back: async () => {
      await command('browsingContext.traverseHistory', { context, delta: -1 });
    },
    evaluate: async (expression) => {
      const answer = await command<{
        result?: { type: string; value?: string };
        exceptionDetails?: { text: string };
      }>('script.evaluate', { expression, target: { context }, awaitPromise: true });
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
      return answer.result?.type === 'string' ? answer.result.value! : null;
    },
    tap: async (x, y) => {
      await perform({
        type: 'pointer',
        id: 'mouse',
        parameters: { pointerType: 'mouse' },
        actions: [
          { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 }
        ]
      });
    },
    key: async (value) => {
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }));
      await perform({ type: 'key', id: 'keyboard', actions });
    },
    choose: async (selector, path) => {
      const locator = { type: 'css', value: selector };
      const { nodes } = await command<{ nodes: { sharedId: string }[] }>('browsingContext.locateNodes', {
        context,
        locator
      });
      await command('input.setFiles', { context, element: { sharedId: nodes[0]!.sharedId }, files: [path] });
    }
  };
}
