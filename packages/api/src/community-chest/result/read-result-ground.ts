import type { GroundDb } from '@sasaeai/db/ground-at'
import type { RateRules } from '@sasaeai/domain/community-chest/result/printed-rate'
import type { ResultMethod } from '@sasaeai/domain/community-chest/result/campaign-result'
import type { ResultCampaign } from '@sasaeai/domain/community-chest/result/result-scope'
import { keptAnswer } from '../../ledger/kept-answers.ts'

/** What results are made of beside money: campaigns of all years, methods, and how rates print. */
export interface ResultGround {
  readonly campaigns: readonly ResultCampaign[]
  readonly methods: readonly ResultMethod[]
  readonly rules: RateRules & { readonly prefecturalBody: string; readonly branchName: string }
}

/** From memory while the council's own tables have not changed. */
export function readResultGround(db: GroundDb, version: number): Promise<ResultGround> {
  return keptAnswer(db, { question: ['chest results'], version }, async () => {
    const { rows } = await db.pool.query<{ ground: ResultGround }>(groundSql)
    const [row] = rows
    if (row === undefined) throw new Error('the rules of 共同募金 are missing')
    return row.ground
  })
}

const groundSql = `
  SELECT json_build_object(
    'campaigns', (SELECT coalesce(json_agg(json_build_object('campaignId', id, 'fiscalYear', fiscal_year, 'code', code, 'name', name,
        'drive', drive, 'opensOn', opens_on, 'closesOn', closes_on, 'goalYen', goal_yen) ORDER BY fiscal_year DESC, code), '[]') FROM campaign),
    'methods', (SELECT coalesce(json_agg(json_build_object('methodId', id, 'code', code, 'name', name,
        'nationalCategory', national_category, 'countMeaning', count_meaning) ORDER BY code), '[]') FROM collection_method),
    'rules', (SELECT json_build_object('decimals', rate_decimals, 'rounding', rate_rounding,
        'prefecturalBody', prefectural_body, 'branchName', branch_name) FROM community_chest_rules)
  ) AS ground`
