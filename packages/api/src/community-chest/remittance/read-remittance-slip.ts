import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { CountMeaning } from '@sasaeai/domain/community-chest/method/collection-method-kind'
import type { RemittanceId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { inOneState } from '../../ledger/in-one-state.ts'

/** A remittance with where its money comes from, as the books stood at the end of its day. Amounts in yen. */
export interface RemittanceSlipFacts {
  readonly campaignName: string
  readonly fiscalYear: FiscalYear
  readonly sequence: number
  readonly remittedOn: LocalDate
  readonly amountYen: Yen
  readonly note: string
  readonly entryNumber: number
  readonly cashAccount: string
  /** When it was undone; null while it stands. */
  readonly undoneOn: LocalDate | null
  readonly prefecturalBody: string
  readonly branchName: string
  readonly methods: readonly { readonly name: string; readonly countMeaning: CountMeaning; readonly count: number; readonly amountYen: Yen }[]
  /** 直接支払, the same purpose together. */
  readonly payments: readonly { readonly name: string; readonly count: number; readonly amountYen: Yen }[]
  /** Remitted before it. */
  readonly remittedBeforeYen: Yen
}

type Head = Omit<RemittanceSlipFacts, 'methods' | 'payments'> & { readonly campaignId: string; readonly custodyAccountId: string }

/** Null when there is no such remittance. */
export function readRemittanceSlip(deps: Deps, remittanceId: RemittanceId): Promise<RemittanceSlipFacts | null> {
  return inOneState(deps.db, async (books) => {
    const heads = await books.query<Head>(headSql, [remittanceId])
    const [head] = heads.rows
    if (head === undefined) return null
    const { campaignId, custodyAccountId, ...facts } = head
    const asked = [campaignId, custodyAccountId, head.remittedOn]
    const methods = await books.query<RemittanceSlipFacts['methods'][number]>(methodsSql, asked)
    const payments = await books.query<RemittanceSlipFacts['payments'][number]>(paymentsSql, asked)
    return { ...facts, methods: methods.rows, payments: payments.rows }
  })
}

/** An entry counts at the end of a day unless it had been reversed by then. */
const stoodOn = (entryId: string, day: string) =>
  `NOT EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = ${entryId} AND x.entry_date <= ${day})`

const headSql = `
  SELECT c.id AS "campaignId", c.custody_account_id AS "custodyAccountId", c.name AS "campaignName", c.fiscal_year AS "fiscalYear",
    r.sequence, r.remitted_on AS "remittedOn", r.amount_yen AS "amountYen", r.note, e.entry_number AS "entryNumber",
    (SELECT a.name FROM posting p JOIN ledger_account a ON a.id = p.account_id WHERE p.entry_id = e.id AND p.amount_yen < 0 LIMIT 1) AS "cashAccount",
    u.entry_date AS "undoneOn", k.prefectural_body AS "prefecturalBody", k.branch_name AS "branchName",
    (SELECT coalesce(sum(b.amount_yen), 0)::bigint FROM remittance b WHERE b.campaign_id = c.id AND b.sequence < r.sequence
      AND b.remitted_on <= r.remitted_on AND ${stoodOn('b.entry_id', 'r.remitted_on')}) AS "remittedBeforeYen"
  FROM remittance r JOIN campaign c ON c.id = r.campaign_id JOIN journal_entry e ON e.id = r.entry_id
  LEFT JOIN journal_entry u ON u.reverses_entry_id = e.id, community_chest_rules k WHERE r.id = $1`

const methodsSql = `
  SELECT m.name, m.count_meaning AS "countMeaning", sum(p.count)::int AS count, (-sum(p.amount_yen))::bigint AS "amountYen"
  FROM posting p JOIN collection_method m ON m.id = p.collection_method_id
  WHERE p.campaign_id = $1 AND p.account_id = $2 AND p.funding_source_id IS NOT NULL AND p.entry_date <= $3
  GROUP BY m.id HAVING sum(p.amount_yen) <> 0 ORDER BY m.code`

const paymentsSql = `
  SELECT e.description AS name, count(*)::int AS count, sum(p.amount_yen)::bigint AS "amountYen"
  FROM posting p JOIN journal_entry e ON e.id = p.entry_id
  WHERE p.campaign_id = $1 AND p.account_id = $2 AND p.funding_source_id IS NULL AND p.entry_date <= $3
    AND e.kind <> 'reversal' AND e.source_kind <> 'remittance' AND ${stoodOn('e.id', '$3')}
  GROUP BY e.description ORDER BY min(e.entry_date), e.description`
