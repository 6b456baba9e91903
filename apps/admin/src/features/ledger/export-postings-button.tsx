import type { ExportFormat } from '@sasaeai/domain/document/export-format'
import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { Button } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { ExportChoice } from '../../app/export-choice.tsx'
import { trpc } from '../../app/trpc.ts'

type ExportEncoding = 'utf-8-bom' | 'cp932'

/** The whole list as a file, and on paper. */
export function ExportPostingsButton({ filter }: { filter: PostingFilter }) {
  return (
    <>
      <Button icon="printer" onClick={() => window.print()}>印刷する</Button>
      <ExportPostingsChoice subject="仕訳・明細" filter={filter} />
    </>
  )
}

/** The postings that the filter lets through as a file. A CSV may be of any length, so that the browser fetches it as it is written. */
export function ExportPostingsChoice({ subject, filter }: { readonly subject: string; readonly filter: PostingFilter }) {
  const check = useMutation(trpc.ledger.checkExport.mutationOptions())
  const sheet = useMutation(trpc.ledger.exportSheet.mutationOptions())
  const write = async (format: ExportFormat) => {
    if (format === 'xlsx') return sheet.mutateAsync({ filter })
    const encoding = format === 'csv' ? 'utf-8-bom' : 'cp932'
    const outcome = await check.mutateAsync({ filter, encoding })
    if (outcome.ok) window.location.assign(downloadAddress(filter, encoding))
    return outcome
  }
  return (
    <ExportChoice subject={subject} write={write}>
      該当する明細のすべてです。Excelには20,000行まで、CSVには何行でも書き出せます。
    </ExportChoice>
  )
}

function downloadAddress(filter: PostingFilter, encoding: ExportEncoding): string {
  const asked = Object.entries({ ...filter, encoding }).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return `/exports/postings.csv?${new URLSearchParams(asked).toString()}`
}
