import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { answersInPage } from './answers-in-page.ts'

/** What stands around a page that the server has drawn. */
export interface PageFrame {
  /** All that can be sent before anything is known of the page, so that the browser fetches the stylesheet meanwhile. */
  head(density: string): string
  /** The page as the server has drawn it, with the answers that it was drawn from and the scripts that bring it to life. */
  drawn(page: { readonly markup: string; readonly answers: string; readonly screen: string }): string
  /** The same place left empty: the browser draws the page by itself. */
  readonly undrawn: string
}

interface Manifest {
  readonly [source: string]: { readonly file: string; readonly imports?: readonly string[] }
}

/** Takes the built index.html apart. `folder` is where the build has put it, `base` the address that it is served at. */
export async function readPageFrame(folder: string, base: string): Promise<PageFrame> {
  const page = await readFile(path.join(folder, 'index.html'), 'utf8')
  const manifest: Manifest = JSON.parse(await readFile(path.join(folder, '.vite', 'manifest.json'), 'utf8'))
  const scripts = page.match(/<script [^>]*><\/script>/g) ?? []
  const preloads = page.match(/<link rel="modulepreload" [^>]*>/g) ?? []
  const scriptAddresses = [scripts.at(-1) ?? '', ...preloads].map((tag) => /(?:src|href)="([^"]+)"/.exec(tag)?.[1])
  const head = [...scripts, ...preloads].reduce((text, tag) => text.replace(tag, ''), page.slice(0, page.indexOf('</head>')))
  const addressOf = (source: string) => `${base}${manifest[source]?.file}`
  return {
    head: (density) => `${head.replace('<html ', `<html data-density="${density}" `).replaceAll(/\n\s*(?=\n)/g, '')}</head>\n  <body>\n`,
    drawn: ({ markup, answers, screen }) => `<div id="root" inert>${markup}</div>
${answersInPage(answers)}
${[...scriptAddresses, addressOf(screen)].map((address) => `<link data-after-paint crossorigin href="${address}">`).join('\n')}
<script type="module" crossorigin src="${addressOf('src/wake-page.ts')}"></script>
  </body>
</html>
`,
    undrawn: `<div id="root"></div>\n${scripts.join('\n')}\n${preloads.join('\n')}\n  </body>\n</html>\n`,
  }
}
