import { existsSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'

/** Without these Chromium calls its maker's servers at every start, which tests must not wait for. */
const quietFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--lang=ja',
]

let shared: Promise<Browser> | undefined

/** The browser of this test process. Each file makes windows of its own in it, and closes them. */
export async function sharedBrowser(): Promise<Browser> {
  if (shared === undefined || !(await shared).isConnected()) shared = launchBrowser()
  return shared
}

/** Closes every window of every person, so that the next file finds none. */
export async function closeWindows(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()))
}

/**
 * Starts a browser: the one at CHROMIUM_PATH, else the Chromium that npm brought along (Linux on x64), else an
 * installed Chrome.
 */
export async function launchBrowser(): Promise<Browser> {
  // Where no language is set, as in bare containers, Chromium calls every file with a Japanese name `download`.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined && existsSync(named)) return chromium.launch({ executablePath: named, args: rootFlags(), env })
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: packed } = await import('@sparticuz/chromium')
    // Its own flags are meant for a cloud function; of them only --single-process would harm us.
    return chromium.launch({ executablePath: await packed.executablePath(), args: rootFlags(), env })
  }
  return chromium.launch({ channel: 'chrome', args: quietFlags, env })
}

/** Chromium's sandbox cannot be had as root, which is how containers run tests. */
function rootFlags(): string[] {
  return process.getuid?.() === 0 ? [...quietFlags, '--no-sandbox', '--disable-gpu'] : quietFlags
}
