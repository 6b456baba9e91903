import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { formatInterimReceiptNumber } from '@sasaeai/domain/community-chest/interim-receipt/interim-receipt-number'
import type { SupporterId } from '@sasaeai/domain/ids'
import type { SupporterMoneyInput } from '@sasaeai/domain/ledger/supporter-money-input'
import { sumYen } from '@sasaeai/domain/money/yen'
import { mayDo } from '@sasaeai/domain/user/permission'
import type { Deps } from './deps.ts'
import type { SheetsOfSupporter } from './supporter/export-supporter.ts'

/** The tables of a supporter's page, each read from its term when it is wanted: the term `supporter` does not know them. */
export const sheetsOfSupporter: SheetsOfSupporter = async (deps, { role }, asked) => {
  const [money, ...others] = await Promise.all([
    moneySheets(deps, asked),
    ...(mayDo(role, 'receipt.read') ? [receiptSheet(deps, asked.supporterId)] : []),
    ...(mayDo(role, 'grant.read') ? [grantSheet(deps, asked.supporterId)] : []),
  ])
  // Most supporters were never granted anything.
  return [...money, ...others.filter(({ rows }) => rows.length > 0)]
}

async function moneySheets(deps: Deps, { supporterId, run }: SupporterMoneyInput): Promise<WorkbookSheet[]> {
  const [{ readSupporterMoney }, { supporterMoneySheets }] = await Promise.all([
    import('./ledger/supporter-money/read-supporter-money.ts'), import('./ledger/supporter-money/supporter-money-sheets.ts'),
  ])
  return supporterMoneySheets(await readSupporterMoney(deps, { supporterId, run }), run)
}

/** 領収書 and 預り証, the newest first. */
async function receiptSheet(deps: Deps, supporterId: SupporterId): Promise<WorkbookSheet> {
  const [{ listReceiptsOfSupporter }, { listInterimReceiptsOfSupporter }] = await Promise.all([
    import('./receipt/list-receipts-of-supporter.ts'), import('./community-chest/interim-receipt/list-interim-receipts-of-supporter.ts'),
  ])
  const [receipts, interim] = await Promise.all([listReceiptsOfSupporter(deps, supporterId), listInterimReceiptsOfSupporter(deps, supporterId)])
  const papers = [
    ...receipts.map((receipt) => ({ ...receipt, kind: '領収書' })),
    ...interim.map((receipt) => ({ ...receipt, number: formatInterimReceiptNumber(receipt), kind: '預り証' })),
  ].toSorted((left, right) => right.issuedOn.localeCompare(left.issuedOn))
  return {
    name: '領収書・預り証',
    columns: [{ heading: '種類' }, { heading: '番号' }, { heading: '発行日', kind: 'date' }, { heading: 'ただし書き' }, { heading: '金額（円）', kind: 'yen' }, { heading: '状態' }],
    rows: papers.map(({ kind, number, issuedOn, purpose, amountYen, isVoid }) => [kind, number, issuedOn, purpose, amountYen, isVoid ? '無効' : '有効']),
  }
}

async function grantSheet(deps: Deps, supporterId: SupporterId): Promise<WorkbookSheet> {
  const { listGrantsOfSupporter } = await import('./grant/application/list-grants-of-supporter.ts')
  const grants = await listGrantsOfSupporter(deps, supporterId)
  return {
    name: '受け取った助成',
    columns: [{ heading: '年度' }, { heading: '助成' }, { heading: '事業名' }, ...['申請額', '決定額', '支払済み'].map((what) => ({ heading: `${what}（円）`, kind: 'yen' as const }))],
    rows: grants.map((grant) => [formatFiscalYear(grant.fiscalYear), grant.callName, grant.projectName, grant.requestedYen, grant.awardedYen, grant.paidYen]),
    total: ['合計', '', '', null, null, sumYen(grants.map(({ paidYen }) => paidYen))],
  }
}
