import type { GrantListInput } from '@sasaeai/domain/grant/grant-list-input'
import type { ButtonProps } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { ExportButton } from '../../app/export-button.tsx'
import { trpc } from '../../app/trpc.ts'

interface GrantExportButtonProps extends Pick<ButtonProps, 'size' | 'variant'> {
  readonly list: GrantListInput
  /** What the list is called. */
  readonly name: string
}

/** Saves one of the lists of 助成 as an Excel file. */
export function GrantExportButton({ list, name, ...look }: GrantExportButtonProps) {
  const write = useMutation(trpc.grant.exportList.mutationOptions())
  return <ExportButton {...look} write={() => write.mutateAsync(list)} done={`${name}をExcelに書き出しました`} />
}
