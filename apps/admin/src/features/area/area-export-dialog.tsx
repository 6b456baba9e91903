import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ExportFileDialog } from '../../app/export-file-dialog.tsx'
import { trpc } from '../../app/trpc.ts'

const subjects = { areas: '地域の一覧', types: '地域の種類' } as const

/** Writes the areas with the households of a year, or the kinds of areas, into a file. */
export function AreaExportDialog({ year, onClose }: { year: FiscalYear; onClose: () => void }) {
  const writeAreas = useMutation(trpc.area.export.mutationOptions())
  const writeTypes = useMutation(trpc.area.exportTypes.mutationOptions())
  const [what, setWhat] = useState<keyof typeof subjects>('areas')
  return (
    <ExportFileDialog subject={subjects[what]} onClose={onClose}
      write={(format) => (what === 'areas' ? writeAreas.mutateAsync({ format, fiscalYear: year }) : writeTypes.mutateAsync({ format }))}>
      <RadioGroupField label="書き出すもの" name="what" defaultValue={what}
        support={`地域の一覧は、すべての地域と${formatFiscalYear(year)}の世帯数です。直してから、そのまま取り込めます。`}
        options={[{ value: 'areas', label: subjects.areas }, { value: 'types', label: subjects.types }]}
        onChange={(event) => setWhat(event.currentTarget.value === 'types' ? 'types' : 'areas')} />
    </ExportFileDialog>
  )
}
