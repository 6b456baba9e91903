import { existsSync } from 'node:fs'
import path from 'node:path'
import express, { type RequestHandler, Router } from 'express'

const apps = path.join(import.meta.dirname, '..', '..')

/**
 * Scripts and styles of the built pages. They are asked for by the dozen, so they carry only the headers that mean
 * something on a script or a style, and they are sent as the build has compressed them.
 */
export function serveBuiltAssets(): Router {
  const assets = Router()
  assets.use('/admin/assets', serveAssetFolder(path.join(apps, 'admin', 'dist', 'assets')))
  assets.use('/assets', serveAssetFolder(path.join(apps, 'giving', 'dist', 'assets')))
  return assets
}

/** One folder of them, below whatever address it is mounted at. */
export function serveAssetFolder(folder: string): RequestHandler[] {
  // The build names these files by their content, so a name never means anything else.
  const serve = express.static(folder, { immutable: true, maxAge: '365d', index: false, etag: false, lastModified: false, setHeaders })
  return [keepToOurselves, preferCompressed(folder), serve, missing]
}

/** Asks for the `.br` beside a file where there is one and the browser reads it. */
function preferCompressed(folder: string): RequestHandler {
  return (request, _response, next) => {
    const isPlainName = /^\/[\w.-]+\.(js|css)$/.test(request.path)
    if (isPlainName && request.acceptsEncodings('br') && existsSync(path.join(folder, `${request.path}.br`))) request.url = `${request.path}.br`
    next()
  }
}

const keepToOurselves: RequestHandler = (_request, response, next) => {
  response.set({ 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin', vary: 'accept-encoding' })
  next()
}

function setHeaders(response: { setHeader(name: string, value: string): unknown }, file: string): void {
  if (!file.endsWith('.br')) return
  response.setHeader('content-encoding', 'br')
  response.setHeader('content-type', file.endsWith('.css.br') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8')
}

const missing: RequestHandler = (_request, response) => {
  response.status(404).type('text/plain').send('ファイルが見つかりません。画面を読み込み直してください。')
}
