import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { useMutation } from '@tanstack/react-query'
import { ExportFileDialog } from '../../../app/export-file-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'

/** The uses of a year in the fields of the public database, as Excel or as CSV. */
export function ExportUsesDialog({ fiscalYear, onClose }: { fiscalYear: FiscalYear; onClose: () => void }) {
  const write = useMutation(trpc.communityChest.allocation.exportUses.mutationOptions())
  return (
    <ExportFileDialog subject="公開データベース用の使途" write={(format) => write.mutateAsync({ fiscalYear, format })} onClose={onClose}>
      {formatFiscalYear(fiscalYear)}の使途を、共同募金の公開データベースの項目（団体・事業名・助成額・活動内容・ありがとうメッセージ）で書き出します。
    </ExportFileDialog>
  )
}
