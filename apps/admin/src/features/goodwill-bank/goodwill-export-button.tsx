import type { GoodwillListInput } from '@sasaeai/domain/goodwill-bank/goodwill-list-input'
import { useMutation } from '@tanstack/react-query'
import { ExportChoice } from '../../app/export-choice.tsx'
import { trpc } from '../../app/trpc.ts'

/** Saves one of the lists of 善意銀行 as a file; `name` is what the list is called. */
export function GoodwillExportButton({ list, name }: { list: GoodwillListInput; name: string }) {
  const write = useMutation(trpc.goodwillBank.exportList.mutationOptions())
  return <ExportChoice subject={name} write={(format) => write.mutateAsync({ ...list, format })} />
}
