import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { Button } from '@sasaeai/ui/button'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import type { JournalPreview } from './journal-export-answers.ts'

/** What the file would hold; it can be made where nothing stands in its way. */
export function JournalPreviewPanel({ preview, isBusy, onMake }: { readonly preview: JournalPreview; readonly isBusy: boolean; readonly onMake: () => void }) {
  const { entries, postings, debitYen, creditYen, unmapped, requiresAccounts, unwritable, exportedAlready } = preview
  if (entries === 0) {
    return <NoticeBanner tone="info" isLive title="まだ書き出していない仕訳は、この期間にありません">{exportedAlready > 0 && `この期間の${groupDigits(exportedAlready)}件は、書き出し済みです。`}</NoticeBanner>
  }
  const isStopped = unwritable.length > 0 || (requiresAccounts && unmapped.length > 0)
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-4">
        <StatFigure label="仕訳" value={groupDigits(entries)} unit="件" note={exportedAlready === 0 ? undefined : `ほかに書き出し済み ${groupDigits(exportedAlready)}件`} />
        <StatFigure label="明細" value={groupDigits(postings)} unit="行" />
        <StatFigure label="借方合計" value={groupDigits(debitYen)} unit="円" />
        <StatFigure label="貸方合計" value={groupDigits(creditYen)} unit="円" />
      </div>
      {unmapped.length > 0 && (
        <NoticeBanner tone={requiresAccounts ? 'error' : 'info'} title={requiresAccounts ? '書き出し先の科目が決まっていない科目があります' : '次の科目は、こちらのコードと名前のまま書き出します'}>
          {unmapped.map(({ code, name }) => `${code} ${name}`).join('、')}
        </NoticeBanner>
      )}
      {unwritable.length > 0 && (
        <NoticeBanner tone="error" title="Shift_JISにない文字を含む仕訳があります">
          {unwritable.map(({ fiscalYear, entryNumber, characters }) => `${fiscalYear}年度 伝票${entryNumber}（${characters}）`).join('、')}
        </NoticeBanner>
      )}
      <PreviewTable {...preview} />
      {!isStopped && (
        <div>
          <Button variant="primary" icon="check" isBusy={isBusy} busyLabel="書き出しています" onClick={onMake}>この{groupDigits(entries)}件を書き出す</Button>
        </div>
      )}
    </>
  )
}

function PreviewTable({ headings, lines }: Pick<JournalPreview, 'headings' | 'lines'>) {
  return (
    <div role="region" aria-label="ファイルの先頭" tabIndex={0} className="overflow-x-auto rounded-8 border border-line">
      <table className="text-[0.8125rem]">
        <caption className="px-3 py-2 text-left font-bold">ファイルの先頭{lines.length}行</caption>
        <thead>
          <tr>{headings.map((heading, place) => <th key={`${place}.${heading}`} scope="col" className="border-t border-line px-2 py-1 text-left whitespace-nowrap">{heading === '' ? `${place + 1}` : heading}</th>)}</tr>
        </thead>
        <tbody>
          {lines.map((line, row) => (
            <tr key={row}>{line.map((cell, place) => <td key={place} className={`border-t border-line px-2 py-1 whitespace-nowrap ${typeof cell === 'number' ? 'figures text-right' : ''}`}>{cell}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
