import { Button } from '@sasaeai/ui/button'
import type { JournalExportRow } from './journal-export-answers.ts'

/** Takes the file of an export again: the same bytes as on its first day. */
export function JournalExportDownload({ row, size }: { readonly row: Pick<JournalExportRow, 'id' | 'exportNumber'>; readonly size?: 'small' }) {
  return (
    <Button icon="download" size={size} aria-label={`書き出し第${row.exportNumber}号をダウンロードする`} onClick={() => window.location.assign(`/exports/journals/${row.id}`)}>
      ダウンロード
    </Button>
  )
}
