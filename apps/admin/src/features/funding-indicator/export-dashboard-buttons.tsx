import type { DashboardExportInput } from '@sasaeai/domain/funding-indicator/dashboard-export-input'
import type { FundingDashboardInput } from '@sasaeai/domain/funding-indicator/funding-cut'
import { Button } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { saveFile } from '../../app/save-file.ts'
import { trpc } from '../../app/trpc.ts'
import { useRunCommand } from '../../app/use-run-command.ts'

const formats = [['xlsx', 'Excel'], ['csv_utf8', 'CSV（Excel用）'], ['csv_cp932', 'CSV（Shift_JIS）']] as const

/** The tables of the page as a file. */
export function ExportDashboardButtons({ asked }: { readonly asked: FundingDashboardInput }) {
  const exporting = useMutation(trpc.fundingIndicator.exportDashboard.mutationOptions())
  const run = useRunCommand()
  const [busy, setBusy] = useState<DashboardExportInput['format']>()
  const save = async (format: DashboardExportInput['format'], name: string) => {
    setBusy(format)
    await run(async () => {
      const outcome = await exporting.mutateAsync({ ...asked, format })
      if (outcome.ok) saveFile(outcome.value)
      return outcome
    }, { done: `財源ダッシュボードの表を${name}に書き出しました` })
    setBusy(undefined)
  }
  return formats.map(([format, name]) => (
    <Button key={format} icon="download" isBusy={busy === format} onClick={() => void save(format, name)}>{name}</Button>
  ))
}
