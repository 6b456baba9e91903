import type { AsFile, ExportAsking } from '@sasaeai/domain/document/export-format'
import { formatYen } from '@sasaeai/domain/money/yen'
import { givingLinkPath } from '@sasaeai/domain/online-giving/settings/giving-link-details'
import { gatewayModeNames } from '@sasaeai/domain/online-giving/settings/gateway-mode'
import { givingTargetKindNames } from '@sasaeai/domain/online-giving/settings/giving-target-kind'
import { givingTargetStateNames } from '@sasaeai/domain/online-giving/settings/giving-target-state'
import type { Actor, Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { recordGivingExport } from '../record-giving-export.ts'
import { listGivingLinks } from './giving-link-table.ts'
import { listGivingTargets } from './list-giving-targets.ts'
import { listPaymentAccounts } from './payment-account-table.ts'

/** 受付項目 as an Excel file. */
export async function exportGivingTargets(deps: Deps, actor: Actor, { format }: ExportAsking): Promise<ExportOutcome> {
  const targets = await listGivingTargets(deps)
  const columns = [
    { heading: '並び順', kind: 'count' }, { heading: '題名' }, { heading: '種類' }, { heading: '状態' }, { heading: 'アドレス' }, { heading: '説明' }, { heading: '行き先' },
    { heading: '財源' }, { heading: '受け口' }, { heading: '受取人' }, { heading: '金額のボタン' }, { heading: '毎月の寄附' }, { heading: '開始日', kind: 'date' },
    { heading: '終了日', kind: 'date' }, { heading: '指示の文書' }, { heading: '指示の日付', kind: 'date' }, { heading: '共同募金会のページ' }, { heading: 'リンク', kind: 'count' },
  ] as const
  const rows = targets.map((target) => [
    target.sequence, target.title, givingTargetKindNames[target.kind], givingTargetStateNames[target.state], target.slug, target.lead, target.subjectName,
    target.fundingSourceName, target.account.name, target.account.payeeName, target.suggestedYen.map((amount) => `${formatYen(amount)}円`).join('、'),
    target.allowsMonthly ? 'あり' : 'なし', target.opensOn, target.closesOn, target.instruction, target.instructedOn, target.externalUrl, target.links,
  ])
  const written = await tableFile('受付項目', [{ name: '受付項目', columns, rows }], format)
  if (written.ok) await recordGivingExport(deps, actor, { name: '受付項目', rows: targets.length })
  return written
}

/** 支払いの受け口 as an Excel file. */
export async function exportPaymentAccounts(deps: Deps, actor: Actor, { format }: ExportAsking): Promise<ExportOutcome> {
  const accounts = await listPaymentAccounts(deps)
  const columns = [
    { heading: 'コード' }, { heading: '名称' }, { heading: '受取人' }, { heading: '鍵' }, { heading: '決済会社の口座' }, { heading: '未収金' }, { heading: '手数料' }, { heading: '入金先' },
    { heading: '受付項目' }, { heading: '使用終了日', kind: 'date' },
  ] as const
  const rows = accounts.map((account) => [
    account.code, account.name, account.payeeName, gatewayModeNames[account.mode ?? 'none'], account.gatewayAccountId, account.receivableAccountName, account.feeAccountName,
    account.bankAccountName, account.targetTitles.join('、'), account.closedOn,
  ])
  const written = await tableFile('支払いの受け口', [{ name: '支払いの受け口', columns, rows }], format)
  if (written.ok) await recordGivingExport(deps, actor, { name: '支払いの受け口', rows: accounts.length })
  return written
}

/** 短いリンク as an Excel file; `site` is the address that they stand below. */
export async function exportGivingLinks(deps: Deps, actor: Actor, { site, format }: AsFile<{ site: string }>): Promise<ExportOutcome> {
  const links = await listGivingLinks(deps)
  const columns = [
    { heading: '名前' }, { heading: 'アドレス' }, { heading: '受付項目' }, { heading: '地域' }, { heading: '金額（円）', kind: 'yen' },
    { heading: '申込み', kind: 'count' }, { heading: '入金済み', kind: 'count' }, { heading: '使用終了日', kind: 'date' },
  ] as const
  const rows = links.map((link) => [
    link.label, `${site}${givingLinkPath(link.code)}`, link.target.title, link.areaName, link.amountYen, link.starts, link.paid, link.closedOn,
  ])
  const total = ['合計', '', '', '', null, links.reduce((sum, { starts }) => sum + starts, 0), links.reduce((sum, { paid }) => sum + paid, 0), null]
  const written = await tableFile('短いリンク', [{ name: '短いリンク', columns, rows, total }], format)
  if (written.ok) await recordGivingExport(deps, actor, { name: '短いリンク', rows: links.length })
  return written
}
