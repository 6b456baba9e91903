import type { DuesListInput } from '@sasaeai/domain/membership-dues/export/dues-list-input'
import type { ButtonProps } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { trpc } from '../../../app/trpc.ts'
import { ExportButton } from '../../../app/export-button.tsx'

interface DuesListExportButtonProps extends Pick<ButtonProps, 'size' | 'variant'> {
  readonly list: DuesListInput
  /** What the list is called. */
  readonly name: string
}

/** Saves one of the lists of 社協会費 as an Excel file. */
export function DuesListExportButton({ list, name, ...look }: DuesListExportButtonProps) {
  const write = useMutation(trpc.membershipDues.exportList.mutationOptions())
  return <ExportButton {...look} write={() => write.mutateAsync(list)} done={`${name}をExcelに書き出しました`} />
}
