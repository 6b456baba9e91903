import type { GoodwillListInput } from '@sasaeai/domain/goodwill-bank/goodwill-list-input'
import { useMutation } from '@tanstack/react-query'
import { ExportButton } from '../../app/export-button.tsx'
import { trpc } from '../../app/trpc.ts'

/** Saves one of the lists of 善意銀行 as an Excel file; `name` is what the list is called. */
export function GoodwillExportButton({ list, name }: { list: GoodwillListInput; name: string }) {
  const write = useMutation(trpc.goodwillBank.exportList.mutationOptions())
  return <ExportButton write={() => write.mutateAsync(list)} done={`${name}をExcelに書き出しました`} />
}
