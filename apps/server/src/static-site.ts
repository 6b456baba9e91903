import path from 'node:path'
import express, { type RequestHandler, Router } from 'express'

const apps = path.join(import.meta.dirname, '..', '..')

/** The built pages: /admin for the staff, everything else for the public. */
export function serveSites(): Router {
  const sites = Router()
  sites.use('/admin', serveFolder(path.join(apps, 'admin', 'dist'), 'whole-path'))
  sites.use('/', serveFolder(path.join(apps, 'giving', 'dist'), 'root-only'))
  return sites
}

/** Which paths without a file get the page itself: all of them where the page has a router of its own. */
type PagePaths = 'whole-path' | 'root-only'

function serveFolder(folder: string, pagePaths: PagePaths): Router {
  const site = Router()
  // The build names these files by their content, so a name never means anything else.
  site.use('/assets', express.static(path.join(folder, 'assets'), { immutable: true, maxAge: '365d', index: false }), missing)
  site.use(express.static(folder, { index: false, redirect: false, setHeaders: revalidate }))
  site.get(pagePaths === 'root-only' ? '/' : '/{*path}', (_request, response, next) => {
    revalidate(response)
    response.sendFile('index.html', { root: folder, cacheControl: false }, (error) => {
      if (error !== undefined && !response.headersSent) next(error)
    })
  })
  return site
}

function revalidate(response: { setHeader(name: string, value: string): unknown }): void {
  response.setHeader('cache-control', 'no-cache')
}

const missing: RequestHandler = (_request, response) => {
  response.status(404).type('text/plain').send('ファイルが見つかりません。画面を読み込み直してください。')
}
