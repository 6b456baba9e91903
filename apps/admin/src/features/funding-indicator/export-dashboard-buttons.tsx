import type { FundingDashboardInput } from '@sasaeai/domain/funding-indicator/funding-cut'
import { useMutation } from '@tanstack/react-query'
import { ExportButton } from '../../app/export-button.tsx'
import { trpc } from '../../app/trpc.ts'

const formats = [['xlsx', 'Excel'], ['csv_utf8', 'CSV（Excel用）'], ['csv_cp932', 'CSV（Shift_JIS）']] as const

/** The tables of the page as a file. */
export function ExportDashboardButtons({ asked }: { readonly asked: FundingDashboardInput }) {
  const exporting = useMutation(trpc.fundingIndicator.exportDashboard.mutationOptions())
  return formats.map(([format, label]) => (
    <ExportButton key={format} label={label} write={() => exporting.mutateAsync({ ...asked, format })} done={`財源ダッシュボードの表を${label}に書き出しました`} />
  ))
}
