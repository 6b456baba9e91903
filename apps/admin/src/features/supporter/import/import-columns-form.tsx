import { type SupporterColumn, supporterColumnNames, supporterColumns } from '@sasaeai/domain/supporter/import/supporter-import-columns'
import { Button } from '@sasaeai/ui/button'
import { SelectField } from '@sasaeai/ui/select-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import type { OpenedImport } from './supporter-import-page.tsx'

/** What each column means. It is remembered for the next file with the same headings. */
export function ImportColumnsForm({ opened: { importId, columns, counts } }: { readonly opened: OpenedImport }) {
  const map = useMutation(trpc.supporter.import.map.mutationOptions())
  const run = useRunCommand()
  const [meanings, setMeanings] = useState(columns.map(({ column }) => column))
  const isOpen = !meanings.includes('name') || counts.length === 0
  const left = columns.filter((_, place) => meanings[place] === null).map(({ heading }) => heading)
  const choose = (place: number, value: string) =>
    setMeanings(meanings.map((each, at) => (at === place ? columnNamed(value) : each)))
  return (
    <details open={isOpen} className="rounded-8 border border-line p-4">
      <summary className="cursor-pointer font-bold">
        列の意味<span className="ml-3 font-normal text-ink-sub">{left.length === 0 ? 'すべての列を取り込みます' : `取り込まない列：${left.join('、')}`}</span>
      </summary>
      <div className="mt-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {columns.map(({ heading, sample }, place) => (
          <SelectField key={`${place} ${heading}`} label={heading === '' ? `${place + 1}列目` : heading} support={sample === '' ? '2行目は空です' : `例：${sample.slice(0, 40)}`}
            emptyLabel="取り込まない" width="full" value={meanings[place] ?? ''} onChange={(event) => choose(place, event.currentTarget.value)}
            options={supporterColumns.map((value) => ({ value, label: supporterColumnNames[value] }))} />
        ))}
      </div>
      <div className="mt-4">
        <Button isBusy={map.isPending} busyLabel="見比べています"
          onClick={() => void run(() => map.mutateAsync({ importId, columns: meanings }), { done: '名簿と見比べ直しました' })}>この意味で見比べ直す</Button>
      </div>
    </details>
  )
}

function columnNamed(value: string): SupporterColumn | null {
  return supporterColumns.find((each) => each === value) ?? null
}
