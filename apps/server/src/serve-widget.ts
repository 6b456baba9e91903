import path from 'node:path'
import type { RequestHandler } from 'express'

const folder = path.join(import.meta.dirname, '..', '..', 'giving', 'dist')

/**
 * 公開の集計 for a page of somebody else: one script, which pages of other sites may load. It keeps its name from release to
 * release, so that it is asked for again after an hour.
 */
export const serveWidget: RequestHandler = (_request, response, next) => {
  response.set({ 'cache-control': 'public, max-age=3600', 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' })
  response.sendFile('widget.js', { root: folder, cacheControl: false }, (error) => {
    if (error !== undefined && !response.headersSent) next(error)
  })
}
