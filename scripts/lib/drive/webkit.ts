/** WebKitGTK's MiniBrowser by WebDriver (https://www.w3.org/TR/webdriver2/). Its automation is a private window. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Builder, By, Capabilities, Origin, type WebDriver } from 'selenium-webdriver';
import { freePort } from '../server.mjs';
import { answering, startProgram } from './program';
import type { DrivenBrowser, StartOptions, Tab } from './tab';

/** How long one call may work in the page. */
const patienceMs = 120_000;

/** @param paths of the driver, and of the browser that it starts */
export async function startWebKit(
  paths: { driver: string; browser: string },
  { display }: StartOptions
): Promise<DrivenBrowser> {
  const port = await freePort();
  const program = await startProgram({
    command: paths.driver,
    args: async (folder) => {
      await mkdir(join(folder, 'downloads'));
      await mkdir(join(folder, '.config'));
      await writeFile(join(folder, '.config', 'user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/downloads"\n');
      return [`--port=${port}`];
    },
    ready: answering(`http://127.0.0.1:${port}/status`),
    // Of video on the graphics card it now and then reads nothing on a busy machine.
    env: { DISPLAY: display, WEBKIT_GST_DISABLE_GL_SINK: '1' }
  });
  try {
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      timeouts: { script: patienceMs, pageLoad: patienceMs },
      'webkitgtk:browserOptions': {
        binary: paths.browser,
        args: ['--automation', '--enable-media-stream=true']
      }
    });
    const driver = await new Builder()
      .disableEnvironmentOverrides()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(capabilities)
      .build();
    return {
      tab: tabOf(driver),
      downloads: join(program.folder, 'downloads'),
      close: () => program.end()
    };
  } catch (error) {
    await program.end();
    throw error;
  }
}

function tabOf(driver: WebDriver): Tab {
  return {
    goto: async (url) => {
      await driver.get(url);
    },
    back: async () => {
      await driver.navigate().back();
    },
    evaluate: async (expression) => {
      const value: unknown = await driver.executeScript(`return (${expression})`);
      return typeof value === 'string' ? value : null;
    },
    tap: async (x, y) => {
      await driver
        .actions({ async: true })
        .move({ x: Math.round(x), y: Math.round(y), duration: 0, origin: Origin.VIEWPORT })
        .press()
        .release()
        .perform();
    },
    key: async (key) => {
      await driver.actions({ async: true }).keyDown(key).keyUp(key).perform();
    },
    choose: async (selector, path) => {
      await driver.findElement(By.css(selector)).sendKeys(path);
    }
  };
}
