import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from '@playwright/test'
import { launchBrowser } from '@sasaeai/testing/browser/launch-browser'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { type Figure, kibibytes, millis, times } from './figure.ts'
import { type ServerProcess, signInAsAccountant, startBareServer } from './product-server.ts'
import { median } from './rounds.ts'

const longestMillis = 30_000

interface PageLoad {
  /** From the navigation until the first rows are painted. */
  readonly millisToRows: number
  /** From the navigation until the page answers to a press: where rows come with a script, that is when they come. */
  readonly millisToAnswer: number
  /** What had come over the wire when the rows stood, headers included. */
  readonly kibibytes: number
  /** The same when the page could answer. */
  readonly kibibytesToAnswer: number
}

/** The list of postings in a browser that has nothing cached, beside a bare React + tRPC page with the same rows. */
export async function measurePage({
  databaseUrl,
  product,
  rounds,
}: {
  databaseUrl: string
  product: ServerProcess
  rounds: number
}): Promise<Figure[]> {
  const pageFolder = await mkdtemp(path.join(tmpdir(), 'sasaeai-bench-page-'))
  await buildBarePage(pageFolder)
  const bare = await startBareServer({ DATABASE_URL: databaseUrl, PAGE_FOLDER: pageFolder })
  const browser = await launchBrowser()
  try {
    const cookie = await signInAsAccountant(product.url)
    const ours: PageLoad[] = []
    const limit: PageLoad[] = []
    // The first of each warms servers and browser and is nobody's figure.
    for (let round = 0; round <= rounds; round += 1) {
      const [oursNow, limitNow] = [
        await loadPage(browser, { url: `${product.url}/admin/entries?years=all`, cookie }),
        await loadPage(browser, { url: bare.url, cookie: '' }),
      ]
      if (round === 0) continue
      ours.push(oursNow)
      limit.push(limitNow)
    }
    return pageFigures(ours, limit)
  } finally {
    await browser.close()
    await bare.stop()
    await rm(pageFolder, { recursive: true, force: true })
  }
}

function pageFigures(ours: readonly PageLoad[], limit: readonly PageLoad[]): Figure[] {
  const medianOf = (loads: readonly PageLoad[], figure: keyof PageLoad) => median(loads.map((load) => load[figure])) ?? Number.NaN
  const compared = (figure: keyof PageLoad) => [medianOf(ours, figure), medianOf(limit, figure)] as const
  const [ourSize, limitSize] = compared('kibibytes')
  const [ourTime, limitTime] = compared('millisToRows')
  return [
    {
      name: 'admin first load, transferred before rows',
      ours: kibibytes(ourSize),
      limit: kibibytes(limitSize),
      ratio: times(ourSize / limitSize),
      aim: '≤ 150 KiB',
      isMet: ourSize <= 150,
    },
    {
      name: 'admin first load, rows on screen',
      ours: millis(ourTime),
      limit: millis(limitTime),
      ratio: times(ourTime / limitTime),
      aim: '≤ 1.5×',
      isMet: ourTime / limitTime <= 1.5,
    },
    // The rows do not wait for the scripts; what the scripts cost is told beside them.
    orientation('admin first load, answers to a press', millis, compared('millisToAnswer')),
    orientation('admin first load, transferred by then', kibibytes, compared('kibibytesToAnswer')),
  ]
}

function orientation(name: string, inWords: (value: number) => string, [ours, limit]: readonly [number, number]): Figure {
  return { name, ours: inWords(ours), limit: inWords(limit), ratio: times(ours / limit), aim: '', isMet: null }
}

async function buildBarePage(outDir: string): Promise<void> {
  await build({
    root: path.join(import.meta.dirname, 'bare-page'),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, modulePreload: { polyfill: false } },
  })
}

async function loadPage(browser: Browser, { url, cookie }: { url: string; cookie: string }): Promise<PageLoad> {
  const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  const pairs = cookie.split('; ').filter((pair) => pair.includes('='))
  await context.addCookies(pairs.map((pair) => {
    const equals = pair.indexOf('=')
    return { name: pair.slice(0, equals), value: pair.slice(equals + 1), url: new URL(url).origin }
  }))
  const page = await context.newPage()
  const devTools = await context.newCDPSession(page)
  await devTools.send('Network.enable')
  let bytes = 0
  devTools.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength })
  // The page's own clock: from the start of the navigation to the frame in which the fifth row stands.
  await page.addInitScript(rowsWatch)
  const [rows, answer] = ['rows', 'answers'].map(async (what) => {
    const message = await page.waitForEvent('console', { predicate: (said) => said.text().startsWith(what), timeout: longestMillis })
    return { millis: Number(message.text().split(' ')[1]), kibibytes: bytes / 1_024 }
  })
  await page.goto(url, { waitUntil: 'commit', timeout: longestMillis })
  const [atRows, atAnswer] = [await rows, await answer]
  await context.close()
  if (atRows === undefined || atAnswer === undefined) throw new Error(`${url} did not tell of its rows`)
  return { millisToRows: atRows.millis, kibibytes: atRows.kibibytes, millisToAnswer: atAnswer.millis, kibibytesToAnswer: atAnswer.kibibytes }
}

// Told by the page itself: a question from outside would bring a script of its own, to be read just then.
const rowsWatch = `new MutationObserver((_, observer) => {
  if (document.querySelectorAll('tbody tr td:nth-child(3)').length < 5) return
  if (!/\\d/.test(document.querySelector('tbody')?.textContent ?? '')) return
  observer.disconnect()
  requestAnimationFrame(() => setTimeout(() => {
    console.info('rows', performance.now())
    const tell = () => document.querySelector('[inert] tbody') === null && (console.info('answers', performance.now()), true)
    if (!tell()) new MutationObserver((_, watch) => tell() && watch.disconnect()).observe(document, { subtree: true, attributes: true })
  }))
}).observe(document, { childList: true, subtree: true })`
