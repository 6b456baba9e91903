import type { GrantListInput } from '@sasaeai/domain/grant/grant-list-input'
import type { ButtonProps } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { ExportChoice } from '../../app/export-choice.tsx'
import { trpc } from '../../app/trpc.ts'

interface GrantExportButtonProps extends Pick<ButtonProps, 'size'> {
  readonly list: GrantListInput
  /** What the list is called. */
  readonly name: string
}

/** Saves one of the lists of 助成 as a file. */
export function GrantExportButton({ list, name, size }: GrantExportButtonProps) {
  const write = useMutation(trpc.grant.exportList.mutationOptions())
  return <ExportChoice subject={name} size={size} write={(format) => write.mutateAsync({ ...list, format })} />
}
