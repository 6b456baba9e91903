import { createHash } from 'node:crypto'
import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { largestPhotoBytes, type SetReportPhotoInput } from '@sasaeai/domain/donation/fund/fund-report-photo'
import { plainPhoto } from '@sasaeai/domain/donation/fund/plain-photo'
import type { FundReportId } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

type DraftFailure = 'row_gone' | 'report_published'

/** Puts a photo with a draft, in place of one that was there. What its camera wrote beside the picture is never stored. */
export async function setReportPhoto(
  deps: Deps,
  actor: Actor,
  { reportId, file, altText }: SetReportPhotoInput,
): Promise<Outcome<null, DraftFailure | 'photo_unreadable' | 'photo_too_large'>> {
  const typed = Buffer.from(file, 'base64')
  if (typed.length > largestPhotoBytes) return fail('photo_too_large', { field: 'file' })
  const photo = plainPhoto(typed)
  if (photo === null) return fail('photo_unreadable', { field: 'file' })
  const bytes = Buffer.from(photo.bytes)
  const sha256 = createHash('sha256').update(bytes).digest()
  return inTransaction(deps.db, async (tx) => {
    const refusal = await refusalOfDraft(tx, reportId)
    if (refusal !== null) return fail(refusal)
    const kept = { mediaType: photo.mediaType, altText, sizeBytes: bytes.length, sha256, bytes }
    await tx.fundReportPhoto.upsert({ where: { reportId }, create: { reportId, ...kept }, update: kept, select: { reportId: true } })
    await recordAuditEvent(deps, tx, {
      actor, action: 'fund_report_photo.save', subjectKind: 'fund_report', subjectId: reportId,
      after: { altText, sizeBytes: bytes.length, sha256: sha256.toString('hex') },
    })
    return succeed(null)
  }, { isolation: 'ReadCommitted' })
}

/** Takes the photo of a draft away for good. */
export function removeReportPhoto(deps: Deps, actor: Actor, reportId: FundReportId): Promise<Outcome<null, DraftFailure>> {
  return inTransaction(deps.db, async (tx) => {
    const refusal = await refusalOfDraft(tx, reportId)
    if (refusal !== null) return fail(refusal)
    const photo = await tx.fundReportPhoto.findUnique({ where: { reportId }, omit: { bytes: true } })
    if (photo === null) return fail('row_gone')
    await tx.fundReportPhoto.delete({ where: { reportId }, select: { reportId: true } })
    await recordAuditEvent(deps, tx, {
      actor, action: 'fund_report_photo.delete', subjectKind: 'fund_report', subjectId: reportId,
      before: { altText: photo.altText, sizeBytes: photo.sizeBytes, sha256: Buffer.from(photo.sha256).toString('hex') },
    })
    return succeed(null)
  }, { isolation: 'ReadCommitted' })
}

/** The report is locked until the end of the command, so that it is not published meanwhile. */
async function refusalOfDraft(tx: Tx, reportId: FundReportId): Promise<DraftFailure | null> {
  const [report] = await tx.$queryRaw<{ isPublished: boolean }[]>`
    SELECT published_on IS NOT NULL AS "isPublished" FROM fund_report WHERE id = ${reportId}::uuid FOR UPDATE`
  if (report === undefined) return 'row_gone'
  return report.isPublished ? 'report_published' : null
}
