import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { useMutation } from '@tanstack/react-query'
import { ExportFileDialog } from '../../app/export-file-dialog.tsx'
import { trpc } from '../../app/trpc.ts'

/** Writes the areas with the households of a year into a file. */
export function AreaExportDialog({ year, onClose }: { year: FiscalYear; onClose: () => void }) {
  const write = useMutation(trpc.area.export.mutationOptions())
  return (
    <ExportFileDialog subject="地域の一覧" write={(format) => write.mutateAsync({ format, fiscalYear: year })} onClose={onClose}>
      すべての地域と{formatFiscalYear(year)}の世帯数です。直してから、そのまま取り込めます。
    </ExportFileDialog>
  )
}
