import { constants } from 'node:zlib'
import type { Deps } from '@sasaeai/api/deps'
import { resolveActor, type SignedIn } from '@sasaeai/api/user/resolve-actor'
import { sessionCookieIn } from '@sasaeai/api/user/session-cookie'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler, type Response } from 'express'
import type { Logger } from 'pino'
import { answerApi } from './api-endpoint.ts'
import { answerAuth } from './auth-endpoint.ts'
import { downloadAttachment } from './download-attachment.ts'
import { downloadAuditLog } from './download-audit-log.ts'
import { downloadMailAttachment } from './download-mail-attachment.ts'
import { downloadGiftReceipt } from './download-gift-receipt.ts'
import { downloadPaper } from './download-paper.ts'
import { downloadReceiptPaper } from './download-receipt-paper.ts'
import { downloadJournalFile } from './download-journal-file.ts'
import { downloadPostings } from './download-postings.ts'
import type { Environment } from './environment.ts'
import { serveBuiltAssets } from './built-assets.ts'
import { drawAdminPages } from './draw-admin-page.ts'
import { drawGivingSite } from './draw-giving-site.ts'
import { answerHealth } from './health.ts'
import { openGivingLink } from './open-giving-link.ts'
import { rawWebhook, takePaymentWebhook } from './payment-webhook.ts'
import { servePublicPhoto, serveStaffPhoto } from './serve-report-photo.ts'
import { servePublicFundReports, servePublicResults, servePublicTotals } from './public-results.ts'
import { describeError, logRequests, requestIdOf } from './request-log.ts'
import { securityHeaders } from './security-headers.ts'
import { guardHost, guardOrigin } from './site-guard.ts'
import { serveSites } from './static-site.ts'
import { serveWidget } from './serve-widget.ts'

/** Answers are 2 % longer so than by the usual quality of 4, and leave one to two milliseconds sooner. */
const quickly = { brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } } }

export interface WebApplicationParts {
  readonly environment: Environment
  readonly deps: Deps
  readonly log: Logger
  /** The key that signs cookies; asked for by the first request that needs it. */
  readonly readSecret: () => Promise<string>
  readonly isStopping: () => boolean
  /** What a demo gateway in this server answers by itself. */
  readonly demoGateway?: RequestHandler
}

/** The whole site: health, sign-in, the API and the pages, each behind the guards that it needs. */
export function createWebApplication(parts: WebApplicationParts): Express {
  const { environment, deps, log, readSecret, isStopping, demoGateway } = parts
  const isSecure = environment.PUBLIC_URL?.startsWith('https://') ?? false
  const signedIn = (request: Request) => signedInAs(parts, request, isSecure)
  const app = express()
  app.disable('x-powered-by')
  if (environment.TRUSTED_PROXIES !== undefined) app.set('trust proxy', environment.TRUSTED_PROXIES)
  app.use(logRequests(log))
  app.use(answerHealth(deps.db, isStopping))
  if (demoGateway !== undefined) app.use(demoGateway)
  app.post('/webhooks/payments/:accountCode', rawWebhook, takePaymentWebhook(deps))
  app.use(serveBuiltAssets(), securityHeaders(isSecure), guardHost(environment), compression(quickly))
  app.use('/auth', guardOrigin, express.raw({ type: () => true, limit: '64kb' }), answerAuth(deps, readSecret))
  app.use('/trpc', guardOrigin, answerApi({ deps, log, signedInAs: signedIn, isSecure }))
  app.get('/public/community-chest-results.json', servePublicResults(deps))
  app.get('/public/totals.json', servePublicTotals(deps))
  app.get('/public/fund-reports.json', servePublicFundReports(deps))
  app.get('/public/fund-reports/:reportId/photo', servePublicPhoto(deps))
  app.get('/fund-report-photos/:reportId', serveStaffPhoto(deps, signedIn))
  app.get('/widget.js', serveWidget)
  app.get('/g/:code', openGivingLink({ deps, log }))
  app.get('/exports/postings.csv', downloadPostings(deps, signedIn))
  app.get('/exports/audit-log.csv', downloadAuditLog(deps, signedIn))
  app.get('/exports/journals/:exportId', downloadJournalFile(deps, signedIn))
  app.get('/papers/:documentId', downloadPaper(deps, signedIn))
  app.get('/receipt-papers/:receiptId', downloadReceiptPaper(deps, signedIn))
  app.get('/gift-receipts/:receiptId', downloadGiftReceipt(deps))
  app.get('/attachments/:attachmentId', downloadAttachment(deps, signedIn))
  app.get('/mail-attachments/:mailId/:sequence', downloadMailAttachment(deps, signedIn))
  app.use(drawAdminPages({ deps, log, signedInAs: signedIn }), drawGivingSite({ deps, log }), serveSites())
  app.use(notFound, lastResort(log))
  return app
}

/** Who stands behind a request; null when nobody is signed in. */
async function signedInAs({ deps, readSecret }: WebApplicationParts, request: Request, isSecure: boolean): Promise<SignedIn | null> {
  const cookie = sessionCookieIn(request.headers.cookie, isSecure)
  return cookie === undefined ? null : resolveActor(deps, await readSecret(), cookie)
}

const notFound: RequestHandler = (_request, response) => {
  response.status(404).type('text/plain').send('ページが見つかりません。')
}

/** Whatever was thrown: the log learns where, the client only what to do. */
function lastResort(log: Logger): ErrorRequestHandler {
  // oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters.
  return (error: unknown, _request, response: Response, next) => {
    if (response.headersSent) return next(error)
    const requestId = requestIdOf(response)
    const status = statusOf(error)
    if (status >= 500) log.error({ requestId, error: describeError(error) }, 'fault')
    const message =
      status >= 500
        ? `処理できませんでした。もう一度お試しください。続くときは、管理者に番号 ${requestId} を伝えてください。`
        : 'この要求は受け付けられません。画面を読み込み直してください。'
    response.status(status).json({ code: status >= 500 ? 'FAULT' : 'REFUSED', message, requestId })
  }
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : undefined
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}
