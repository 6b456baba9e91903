import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { Button } from '@sasaeai/ui/button'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { refusalWords } from '../../app/refusal-words.ts'
import { faultMessage, trpc } from '../../app/trpc.ts'

type ExportEncoding = 'utf-8-bom' | 'cp932'

/** The whole list as a file, in both encodings that offices need, and on paper. */
export function ExportPostingsButton({ filter }: { filter: PostingFilter }) {
  const toast = useToast()
  const check = useMutation(trpc.ledger.checkExport.mutationOptions())
  const download = async (encoding: ExportEncoding) => {
    try {
      const outcome = await check.mutateAsync({ filter, encoding })
      if (outcome.ok) window.location.assign(downloadAddress(filter, encoding))
      else toast({ tone: 'error', text: await refusalWords(outcome) })
    } catch (error) {
      toast({ tone: 'error', text: faultMessage(error) })
    }
  }
  return (
    <>
      <Button icon="printer" onClick={() => window.print()}>印刷する</Button>
      <Button icon="download" isBusy={check.isPending} busyLabel="準備しています" onClick={() => void download('utf-8-bom')}>CSV（Excel用）</Button>
      <Button icon="download" isBusy={check.isPending} busyLabel="準備しています" onClick={() => void download('cp932')}>CSV（Shift_JIS）</Button>
    </>
  )
}

function downloadAddress(filter: PostingFilter, encoding: ExportEncoding): string {
  const asked = Object.entries({ ...filter, encoding }).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return `/exports/postings.csv?${new URLSearchParams(asked).toString()}`
}
