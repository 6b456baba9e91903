import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from '@playwright/test'
import { launchBrowser } from '@sasaeai/testing/browser/launch-browser'
import { type Figure, kibibytes, millis } from './figure.ts'
import type { ServerProcess } from './product-server.ts'
import { median } from './rounds.ts'

const longestMillis = 30_000
const assets = path.join(import.meta.dirname, '..', 'apps', 'giving', 'dist', 'assets')

/** An older phone out of town: a quarter of this machine's speed, 1.6 Mbit/s, 150 ms there and back. */
const slowPhone = { cpu: 4, bytesPerSecond: 1_600_000 / 8, roundTripMs: 150 }

interface FirstLoad {
  /** From the navigation until the first button to give is painted. */
  readonly millisToButton: number
  /** Until a press on it is answered by the site itself, without another page being loaded. */
  readonly millisToAnswer: number
  readonly kibibytes: number
}

/** What the giving site weighs, and how long a donor on a slow phone waits for the first button. */
export async function measureGiving({ product, rounds }: { product: ServerProcess; rounds: number }): Promise<Figure[]> {
  const browser = await launchBrowser()
  try {
    const loads: FirstLoad[] = []
    // The first one warms server and browser and is nobody's figure.
    for (let round = 0; round <= rounds; round += 1) {
      const load = await openOnSlowPhone(browser, product.url)
      if (round > 0) loads.push(load)
    }
    return givingFigures(loads, await zippedKibibytes())
  } finally {
    await browser.close()
  }
}

function givingFigures(loads: readonly FirstLoad[], wholeKibibytes: number): Figure[] {
  const medianOf = (figure: keyof FirstLoad) => median(loads.map((load) => load[figure])) ?? Number.NaN
  const alone = { limit: '', ratio: '' }
  const button = medianOf('millisToButton')
  return [
    { ...alone, name: 'giving site, first button on a slow phone', ours: millis(button), aim: '≤ 1500 ms', isMet: button <= 1_500 },
    { ...alone, name: 'giving site, answers to a press', ours: millis(medianOf('millisToAnswer')), aim: '', isMet: null },
    { ...alone, name: 'giving site, first page transferred', ours: kibibytes(medianOf('kibibytes')), aim: '', isMet: null },
    { ...alone, name: 'giving site, JavaScript of all pages and languages (gzip)', ours: kibibytes(wholeKibibytes), aim: '≤ 120 KiB', isMet: wholeKibibytes <= 120 },
  ]
}

async function zippedKibibytes(): Promise<number> {
  const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'))
  const sizes = await Promise.all(scripts.map(async (name) => gzipSync(await readFile(path.join(assets, name)), { level: 9 }).length))
  return sizes.reduce((sum, size) => sum + size, 0) / 1_024
}

async function openOnSlowPhone(browser: Browser, url: string): Promise<FirstLoad> {
  const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport: { width: 375, height: 780 }, isMobile: true, hasTouch: true })
  const page = await context.newPage()
  const devTools = await context.newCDPSession(page)
  const { cpu, bytesPerSecond, roundTripMs } = slowPhone
  await devTools.send('Network.enable')
  await devTools.send('Network.emulateNetworkConditions', { offline: false, latency: roundTripMs, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond })
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  let bytes = 0
  devTools.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength })
  await page.addInitScript(buttonWatch)
  const [button, answer] = ['button', 'answers'].map(async (what) => {
    const message = await page.waitForEvent('console', { predicate: (said) => said.text().startsWith(what), timeout: longestMillis })
    return Number(message.text().split(' ')[1])
  })
  await page.goto(url, { waitUntil: 'commit', timeout: longestMillis })
  const [millisToButton, millisToAnswer] = [await button, await answer]
  await page.waitForLoadState('networkidle')
  await context.close()
  if (millisToButton === undefined || millisToAnswer === undefined) throw new Error(`${url} did not tell of its button`)
  return { millisToButton, millisToAnswer, kibibytes: bytes / 1_024 }
}

// Told by the page itself: the button counts when it is painted with its style, and answers once React has taken it over.
const buttonWatch = `const wait = setInterval(() => {
  const button = document.querySelector('main a[href^="/give/"]')
  if (button === null || getComputedStyle(button).display !== 'inline-flex') return
  clearInterval(wait)
  requestAnimationFrame(() => setTimeout(() => {
    console.info('button', performance.now())
    const hear = setInterval(() => {
      if (!Object.keys(button).some((key) => key.startsWith('__reactProps'))) return
      clearInterval(hear)
      console.info('answers', performance.now())
    }, 10)
  }))
}, 10)`
