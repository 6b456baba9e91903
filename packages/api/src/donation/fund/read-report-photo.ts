import type { FundReportId } from '@sasaeai/domain/ids'
import type { Deps } from '../../deps.ts'

export interface ReportPhoto {
  readonly mediaType: string
  readonly sha256: string
  readonly isPublished: boolean
  readonly bytes: Buffer
}

/** The photo of a report, or null. */
export async function readReportPhoto({ db }: Deps, reportId: FundReportId): Promise<ReportPhoto | null> {
  const { rows } = await db.pool.query<ReportPhoto>(
    `SELECT p.media_type AS "mediaType", encode(p.sha256, 'hex') AS sha256, r.published_on IS NOT NULL AS "isPublished", p.bytes
     FROM fund_report_photo p JOIN fund_report r ON r.id = p.report_id WHERE p.report_id = $1`,
    [reportId],
  )
  return rows[0] ?? null
}
