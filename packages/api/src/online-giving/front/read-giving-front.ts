import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { GivingCouncil, GivingFront, GivingFrontTarget, GivingTexts } from '@sasaeai/domain/online-giving/gift/giving-front'
import type { Yen } from '@sasaeai/domain/money/yen'
import { publicTexts } from '@sasaeai/domain/online-giving/settings/public-texts'
import { formatPostalCode, parsePostalCode } from '@sasaeai/domain/text/postal-code'
import type { Deps } from '../../deps.ts'
import { keptAnswer } from '../../ledger/kept-answers.ts'
import { booksVersionText, readBooksVersion } from '../../ledger/read-books-version.ts'

/**
 * The council's page. It is asked for by everybody who opens the site, so it is kept while neither the books, nor what the
 * council has set up, nor the day has changed.
 */
export async function readGivingFront(deps: Deps): Promise<GivingFront> {
  const today = localDateInTokyo(deps.now())
  const version = `${today} ${booksVersionText(await readBooksVersion(deps.db))}`
  return keptAnswer(deps.db, { question: ['giving-front'], version }, () => assembleFront(deps, today))
}

async function assembleFront(deps: Deps, today: LocalDate): Promise<GivingFront> {
  const [heads, targets] = await Promise.all([
    deps.db.pool.query<HeadRow>(headSql),
    deps.db.pool.query<TargetRow>(targetSql, [fiscalYearOf(today), today]),
  ])
  const [head] = heads.rows
  if (head === undefined) throw new Error('the settings of online giving are laid by a migration')
  const { isOpen, council, isDemo, minimumYen, maximumYen, receiptRule, representative, ...texts } = head
  const rows = targets.rows.map((row) => ({ ...row, takesPayments: row.isAccountOpen && takesPayments(deps, row.accountCode) }))
  const closedBecause = council === null ? 'not_set_up' : whyClosed(isOpen, rows)
  const shownCouncil = council === null ? null : { ...council, postalCode: readable(council.postalCode) }
  return {
    council: shownCouncil,
    isDemo: isDemo ?? false,
    isOpen: closedBecause === null,
    closedBecause,
    today,
    minimumYen,
    maximumYen,
    receiptRule,
    texts: shownCouncil === null ? texts : publicTexts({ ...texts, minimumYen, maximumYen, receiptRule }, { ...shownCouncil, representative: representative ?? '' }),
    targets: rows.map((row) => targetOf(row, { today, isOpen: closedBecause === null })),
  }
}

/** The SDK of the gateway is not read for this. */
function takesPayments({ gateways }: Deps, accountCode: string): boolean {
  return gateways !== undefined && gateways.of(accountCode) !== null
}

function whyClosed(isOpen: boolean, rows: readonly { readonly takesPayments: boolean }[]): GivingFront['closedBecause'] {
  if (!isOpen) return 'closed'
  return rows.some((row) => row.takesPayments) ? null : 'no_gateway'
}

interface Standing {
  readonly today: LocalDate
  readonly isOpen: boolean
}

function targetOf(row: TargetRow & { readonly takesPayments: boolean }, { today, isOpen }: Standing): GivingFrontTarget {
  const { slug, kind, title, lead, suggestedYen, allowsMonthly, opensOn, closesOn, payeeName, externalUrl, progress, fund, dues } = row
  const notTakenBecause = whyNotTaken(row, today)
  return {
    slug, kind, title, lead, suggestedYen, allowsMonthly, opensOn, closesOn, payeeName, externalUrl, progress, fund, dues,
    isTaken: isOpen && notTakenBecause === null,
    notTakenBecause,
    issuesReceipt: kind !== 'campaign',
  }
}

/** Why a page cannot be given to, whatever the whole site is. */
function whyNotTaken(row: TargetRow & { readonly takesPayments: boolean }, today: LocalDate): GivingFrontTarget['notTakenBecause'] {
  if (row.kind === 'campaign' && !row.isInstructed) return 'not_instructed'
  if (row.closesOn !== null && row.closesOn < today) return 'over'
  if (row.opensOn !== null && row.opensOn > today) return 'not_yet'
  if (row.kind === 'dues' && row.dues === null) return 'no_terms'
  return row.takesPayments ? null : 'no_gateway'
}

function readable(recorded: string): string {
  const code = parsePostalCode(recorded)
  return code === null ? '' : formatPostalCode(code)
}

interface HeadRow extends GivingTexts {
  readonly council: GivingCouncil | null
  readonly representative: string | null
  readonly isDemo: boolean | null
  readonly isOpen: boolean
  readonly minimumYen: Yen
  readonly maximumYen: Yen
  readonly receiptRule: GivingFront['receiptRule']
}

type TargetRow = Omit<GivingFrontTarget, 'isTaken' | 'notTakenBecause' | 'issuesReceipt'> & {
  readonly accountCode: string
  readonly isAccountOpen: boolean
  readonly isInstructed: boolean
}

const headSql = `
  SELECT (SELECT json_build_object('name', c.name, 'postalCode', c.postal_code, 'address', c.address, 'phone', c.phone, 'email', c.email) FROM council c) AS council,
    (SELECT c.representative FROM council c) AS representative, (SELECT c.is_demo FROM council c) AS "isDemo", s.is_open AS "isOpen", s.minimum_yen AS "minimumYen", s.maximum_yen AS "maximumYen",
    s.receipt_rule AS "receiptRule", s.commercial_disclosure AS "commercialDisclosure", s.refund_policy AS "refundPolicy",
    s.privacy_notice AS "privacyNotice", s.thanks
  FROM giving_settings s`

/** Of the days of a drive and of its target the narrower ones count. What a fund received is its income that has a source: the rest came from other funds. */
const targetSql = `
  SELECT t.slug, t.kind, t.title, t.lead, to_json(t.suggested_yen) AS "suggestedYen", t.allows_monthly AS "allowsMonthly", t.external_url AS "externalUrl",
    a.payee_name AS "payeeName", a.code AS "accountCode", (a.closed_on IS NULL OR a.closed_on > $2::date) AS "isAccountOpen", t.instruction <> '' AS "isInstructed",
    greatest(t.opens_on, c.opens_on) AS "opensOn", least(t.closes_on, c.closes_on, c.closed_on - 1) AS "closesOn",
    CASE WHEN c.id IS NOT NULL THEN json_build_object('collectedYen', coalesce((SELECT -sum(y.amount_yen)::bigint FROM funding_year_total y
          WHERE y.campaign_id = c.id AND y.funding_source_id IS NOT NULL), 0),
        'targetYen', CASE WHEN c.goal_published_on IS NULL THEN NULL ELSE c.goal_yen END, 'since', c.opens_on)
      WHEN f.id IS NOT NULL THEN (SELECT json_build_object('collectedYen', coalesce(-sum(y.amount_yen), 0)::bigint, 'targetYen', f.target_yen,
          'since', coalesce(make_date(min(y.fiscal_year), 4, 1), $2::date))
        FROM funding_year_total y JOIN ledger_account l ON l.id = y.account_id AND l.category = 'income' WHERE y.fund_id = f.id AND y.funding_source_id IS NOT NULL)
      END AS progress,
    CASE WHEN f.id IS NOT NULL THEN json_build_object('publicDescription', f.public_description, 'reports', (SELECT coalesce(json_agg(r), '[]') FROM (
        SELECT r.title, r.body, r.message, r.beneficiaries, r.published_on AS "publishedOn", (SELECT json_build_object('path', '/public/fund-reports/' || r.id || '/photo',
            'altText', p.alt_text) FROM fund_report_photo p WHERE p.report_id = r.id) AS photo
        FROM fund_report r WHERE r.fund_id = f.id AND r.published_on IS NOT NULL ORDER BY r.published_on DESC, r.id DESC LIMIT 3) r)) END AS fund,
    (SELECT json_build_object('unit', d.unit, 'unitYen', d.unit_yen, 'payer', d.payer, 'fiscalYear', d.fiscal_year)
      FROM dues_terms d WHERE d.dues_kind_id = t.dues_kind_id AND d.fiscal_year = $1) AS dues
  FROM giving_target t JOIN payment_account a ON a.id = t.payment_account_id
    LEFT JOIN fund f ON f.id = t.fund_id LEFT JOIN campaign c ON c.id = t.campaign_id
  WHERE t.closed_on IS NULL OR t.closed_on > $2::date
  ORDER BY t.sequence, t.title, t.id`
