import type { Deps } from '@sasaeai/api/deps'
import { readReportPhoto, type ReportPhoto } from '@sasaeai/api/donation/fund/read-report-photo'
import type { SignedIn } from '@sasaeai/api/user/resolve-actor'
import { fundReportIdSchema } from '@sasaeai/domain/id-schemas'
import { mayDo } from '@sasaeai/domain/user/permission'
import type { Request, RequestHandler, Response } from 'express'

/** The photo of a published report, for anybody and for pages of other sites; one of a draft is not there. */
export function servePublicPhoto(deps: Deps): RequestHandler {
  return async (request, response) => {
    const photo = await photoAsked(deps, request)
    if (photo === null || !photo.isPublished) return void response.status(404).type('text/plain').send('写真が見つかりません。')
    response.set({ 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' })
    send(response, photo)
  }
}

/** The photo of any report, for those who may read funds. */
export function serveStaffPhoto(deps: Deps, whoAsks: (request: Request) => Promise<SignedIn | null>): RequestHandler {
  return async (request, response) => {
    const signedIn = await whoAsks(request)
    const refuse = (status: number, words: string) => void response.status(status).type('text/plain').send(words)
    if (signedIn === null) return refuse(401, 'サインインし直すか、管理者に権限を相談してください。')
    if (!mayDo(signedIn.actor.role, 'fund.read')) return refuse(403, 'この写真を見る権限がありません。管理者に相談してください。')
    const photo = await photoAsked(deps, request)
    if (photo === null) return refuse(404, '写真が見つかりません。')
    response.set('cache-control', 'private, no-cache')
    send(response, photo)
  }
}

async function photoAsked(deps: Deps, request: Request): Promise<ReportPhoto | null> {
  const reportId = fundReportIdSchema.safeParse(request.params['reportId'])
  return reportId.success ? readReportPhoto(deps, reportId.data) : null
}

function send(response: Response, { mediaType, sha256, bytes }: ReportPhoto): void {
  response.set({ 'content-type': mediaType, 'content-disposition': 'inline', etag: `"${sha256}"` })
  response.send(bytes)
}
