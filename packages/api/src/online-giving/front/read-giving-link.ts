import type { Yen } from '@sasaeai/domain/money/yen'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { Deps } from '../../deps.ts'

/** 短いリンク: the page that it opens, and what is filled in there. Its name is for the office. */
export interface OpenedGivingLink {
  readonly slug: string
  readonly amountYen: Yen | null
  /** 校区・自治会 that the gift counts for; null where the link names none. */
  readonly areaName: string | null
}

/** Null when there is no such link, or no longer. */
export async function readGivingLink({ db, now }: Deps, code: string): Promise<OpenedGivingLink | null> {
  const { rows } = await db.pool.query<OpenedGivingLink>(linkSql, [code, localDateInTokyo(now())])
  return rows[0] ?? null
}

const linkSql = `
  SELECT t.slug, l.amount_yen AS "amountYen", a.name AS "areaName"
  FROM giving_link l JOIN giving_target t ON t.id = l.target_id LEFT JOIN area a ON a.id = l.area_id
  WHERE l.code = $1 AND (l.closed_on IS NULL OR l.closed_on > $2) AND (t.closed_on IS NULL OR t.closed_on > $2)`
