import path from 'node:path'
import express, { Router } from 'express'

const apps = path.join(import.meta.dirname, '..', '..')

/** The built pages: /admin for the staff, everything else for the public. Their scripts and styles: see built-assets. */
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
