import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { type PublicationContent, publicationContentSchema, publicationDueOn, type PublicationState, publicationState } from '@sasaeai/domain/community-chest/result/publication'
import type { DriveKind } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import type { CampaignId, CampaignPublicationId } from '@sasaeai/domain/ids'
import { type PublicText, publicText } from '../../council/public-text.ts'
import type { Deps } from '../../deps.ts'

/** A publication, withdrawn or not. */
export interface PublicationRow {
  readonly publicationId: CampaignPublicationId
  readonly publishedOn: LocalDate
  readonly publishedByName: string
  /** The instant; null while it stands. */
  readonly withdrawnAt: string | null
  readonly content: PublicationContent
}

/** A drive with what was published of it, the newest first. */
export interface CampaignToPublish {
  readonly campaignId: CampaignId
  readonly name: string
  readonly drive: DriveKind
  readonly closesOn: LocalDate
  readonly dueOn: LocalDate
  readonly state: PublicationState
  readonly publications: readonly PublicationRow[]
}

/** 結果の公表: the drives of a year, each with its deadline and what was published. */
export async function listPublications({ db, now }: Deps, fiscalYear: FiscalYear): Promise<CampaignToPublish[]> {
  const { rows } = await db.pool.query<DriveRow>(
    `SELECT c.id AS "campaignId", c.name, c.drive, c.closes_on AS "closesOn",
        (SELECT coalesce(json_agg(json_build_object('publicationId', p.id, 'publishedOn', p.published_on, 'publishedByName', u.name,
            'withdrawnAt', p.withdrawn_at, 'content', p.content) ORDER BY p.published_at DESC, p.id DESC), '[]')
          FROM campaign_publication p JOIN user_account u ON u.id = p.published_by_id WHERE p.campaign_id = c.id) AS publications
      FROM campaign c WHERE c.fiscal_year = $1 ORDER BY c.code`,
    [fiscalYear],
  )
  const today = localDateInTokyo(now())
  return rows.map(({ publications, ...campaign }) => ({
    ...campaign,
    dueOn: publicationDueOn(campaign.closesOn),
    state: publicationState(campaign, { isPublished: publications.some(({ withdrawnAt }) => withdrawnAt === null), today }),
    publications: publications.map((publication) => ({ ...publication, content: publicationContentSchema.parse(publication.content) })),
  }))
}

interface DriveRow extends Pick<CampaignToPublish, 'campaignId' | 'name' | 'drive' | 'closesOn'> {
  /** The content as it was stored. */
  readonly publications: readonly (Omit<PublicationRow, 'content'> & { readonly content: unknown })[]
}

/** What anybody may read: the results that stand, the newest drives first. */
export interface PublicResults {
  readonly council: string
  readonly results: readonly (PublicationContent & { readonly publishedOn: LocalDate })[]
}

/** The public data as it leaves the server. */
export async function publicResultsText({ db }: Deps): Promise<PublicText> {
  const { rows } = await db.pool.query<{ publishedOn: LocalDate; content: unknown }>(
    `SELECT p.published_on AS "publishedOn", p.content FROM campaign_publication p JOIN campaign c ON c.id = p.campaign_id
      WHERE p.withdrawn_at IS NULL ORDER BY c.fiscal_year DESC, c.code`,
  )
  const council = await db.prisma.council.findFirst({ select: { name: true } })
  const answer: PublicResults = {
    council: council?.name ?? '',
    // Parsed, so that nothing leaves that the schema does not name.
    results: rows.map(({ publishedOn, content }) => ({ ...publicationContentSchema.parse(content), publishedOn })),
  }
  return publicText(answer)
}
