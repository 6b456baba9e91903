import { once } from 'node:events'
import type { Db } from '@sasaeai/db/database'
import { Router } from 'express'

/**
 * /healthz: the process answers. /readyz: it can serve, too; the database answers, and it was brought up to this
 * release before the server began to listen.
 */
export function answerHealth(db: Db, isStopping: () => boolean): Router {
  const health = Router()
  health.get('/healthz', (_request, response) => {
    response.set('cache-control', 'no-store').json({ status: 'ok' })
  })
  health.get('/readyz', async (_request, response) => {
    const isReady = !isStopping() && (await answersWithin(db, 2_000))
    response.set('cache-control', 'no-store').status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready' })
  })
  return health
}

async function answersWithin(db: Db, ms: number): Promise<boolean> {
  const answer = db.pool.query('SELECT 1').then(() => true, () => false)
  const silence = once(AbortSignal.timeout(ms), 'abort').then(() => false)
  return Promise.race([answer, silence])
}
