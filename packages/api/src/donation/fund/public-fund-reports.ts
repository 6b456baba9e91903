import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type FundReportDetails, type FundReportFigures, fundReportFiguresSchema } from '@sasaeai/domain/donation/fund/fund-report-input'
import type { Yen } from '@sasaeai/domain/money/yen'
import { type PublicText, publicText } from '../../council/public-text.ts'
import type { Deps } from '../../deps.ts'

/** A published report, as anybody may read it. */
export interface PublicFundReport extends FundReportDetails {
  readonly fund: string
  readonly purpose: string
  readonly description: string
  readonly targetYen: Yen | null
  readonly fiscalYear: FiscalYear
  readonly publishedOn: LocalDate
  readonly figures: FundReportFigures
  /** Where the photo is, below the address of this site, and what it shows; null without one. */
  readonly photo: { readonly path: string; readonly altText: string } | null
}

/** What anybody may read: the reports that stand, the newest first. It names no giver and no recipient. */
export interface PublicFundReports {
  readonly council: string
  readonly reports: readonly PublicFundReport[]
}

/** The public data as it leaves the server. */
export async function publicFundReportsText({ db }: Deps): Promise<PublicText> {
  const { rows } = await db.pool.query<Omit<PublicFundReport, 'figures'> & { figures: unknown }>(reportsSql)
  const council = await db.prisma.council.findFirst({ select: { name: true } })
  const answer: PublicFundReports = {
    council: council?.name ?? '',
    reports: rows.map((report) => ({ ...report, figures: fundReportFiguresSchema.parse(report.figures) })),
  }
  return publicText(answer)
}

const reportsSql = `
  SELECT f.name AS fund, f.purpose, f.public_description AS description, f.target_yen AS "targetYen", r.fiscal_year AS "fiscalYear", r.title, r.body,
    r.message, r.beneficiaries, r.published_on AS "publishedOn", r.figures,
    (SELECT json_build_object('path', '/public/fund-reports/' || r.id || '/photo', 'altText', p.alt_text) FROM fund_report_photo p WHERE p.report_id = r.id) AS photo
  FROM fund_report r JOIN fund f ON f.id = r.fund_id WHERE r.published_on IS NOT NULL ORDER BY r.fiscal_year DESC, r.published_on DESC, r.id DESC`
