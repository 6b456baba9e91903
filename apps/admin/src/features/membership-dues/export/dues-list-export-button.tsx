import type { DuesListInput } from '@sasaeai/domain/membership-dues/export/dues-list-input'
import type { ButtonProps } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { trpc } from '../../../app/trpc.ts'
import { ExportChoice } from '../../../app/export-choice.tsx'

interface DuesListExportButtonProps extends Pick<ButtonProps, 'size'> {
  readonly list: DuesListInput
  /** What the list is called. */
  readonly name: string
}

/** Saves one of the lists of 社協会費 as a file. */
export function DuesListExportButton({ list, name, size }: DuesListExportButtonProps) {
  const write = useMutation(trpc.membershipDues.exportList.mutationOptions())
  return <ExportChoice subject={name} size={size} write={(format) => write.mutateAsync({ ...list, format })} />
}
