import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { AreaId } from '@sasaeai/domain/ids'
import { type MaterialCell, materialCellNames, readTypedMaterial, type TypedMaterial } from '@sasaeai/domain/membership-dues/material/typed-material'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { readAnew } from '../../../app/read-anew.ts'
import { today } from '../../../app/read-typed.ts'
import { faultMessage, queryClient, trpc } from '../../../app/trpc.ts'
import type { MaterialRow } from './material-filters.tsx'

interface TypedRow {
  /** What the row was when the typing began. */
  readonly revision: number | null
  readonly typed: TypedMaterial
}

export interface MaterialDraft {
  /** What stands in a cell: as typed, or else as recorded. Stays the same function, as the next one. */
  readonly cell: (row: MaterialRow, cell: MaterialCell) => string
  readonly type: (row: MaterialRow, cell: MaterialCell, text: string) => void
  /** How many areas have been typed into. */
  readonly changed: number
  readonly isSaving: boolean
  readonly problem: string | null
  /** The rows on screen are older than what somebody else has saved. */
  readonly isOutdated: boolean
  save(): Promise<void>
  reload(): Promise<void>
}

/**
 * What has been typed into the grid and not saved yet. Nothing typed is lost by a refusal, or by narrowing the list.
 * It is kept beside the state of React, so that a key pressed in one of some thousand inputs renders nothing anew.
 */
export function useMaterialDraft(fiscalYear: FiscalYear, rows: readonly MaterialRow[] | undefined): MaterialDraft {
  const { typedRows, changed, setChanged, cell, type } = useTypedRows()
  const send = useMutation(trpc.membershipDues.material.save.mutationOptions())
  const toast = useToast()
  const [problem, setProblem] = useState<string | null>(null)
  const [isOutdated, setOutdated] = useState(false)
  const save = async () => {
    setProblem(null)
    const read = readAll(typedRows.current, rows ?? [], fiscalYear)
    if (!read.ok) return setProblem(read.message)
    if (read.rows.length === 0) return toast({ text: '変更された地域はありません' })
    try {
      const outcome = await send.mutateAsync({ fiscalYear, rows: read.rows })
      setOutdated(!outcome.ok)
      if (!outcome.ok) return setProblem(failureMessage(outcome))
      typedRows.current.clear()
      setChanged(0)
      await readAnew(queryClient)
      return toast({ text: `${groupDigits(outcome.value.saved)}地域を保存しました` })
    } catch (error) {
      return setProblem(faultMessage(error))
    }
  }
  const reload = async () => {
    await readAnew(queryClient)
    const fresh = await queryClient.fetchQuery(trpc.membershipDues.material.list.queryOptions({ fiscalYear }))
    const revisions = new Map(fresh.map(({ areaId, revision }) => [areaId, revision]))
    // What was typed stays, now on top of what the other person has saved, which the person has in sight.
    for (const [areaId, row] of typedRows.current) {
      typedRows.current.set(areaId, { ...row, revision: revisions.get(areaId) ?? null })
    }
    setOutdated(false)
    setProblem(null)
  }
  return { cell, type, changed, isSaving: send.isPending, problem, isOutdated, save, reload }
}

function useTypedRows() {
  const typedRows = useRef(new Map<AreaId, TypedRow>())
  const [changed, setChanged] = useState(0)
  const cell = useCallback(
    (row: MaterialRow, name: MaterialCell) => (typedRows.current.get(row.areaId)?.typed ?? recordedText(row))[name],
    [],
  )
  const type = useCallback((row: MaterialRow, name: MaterialCell, text: string) => {
    const known = typedRows.current.get(row.areaId) ?? { revision: row.revision, typed: recordedText(row) }
    typedRows.current.set(row.areaId, { ...known, typed: { ...known.typed, [name]: text } })
    setChanged(typedRows.current.size)
  }, [])
  return { typedRows, changed, setChanged, cell, type }
}

type ReadRows = NonNullable<ReturnType<typeof rowOf>>
type ReadAll = { readonly ok: true; readonly rows: ReadRows[] } | { readonly ok: false; readonly message: string }

function readAll(typedRows: ReadonlyMap<AreaId, TypedRow>, rows: readonly MaterialRow[], fiscalYear: FiscalYear): ReadAll {
  const read: ReadRows[] = []
  for (const [areaId, { revision, typed }] of typedRows) {
    const reading = readTypedMaterial(typed, { today: today(), fiscalYear })
    if (!reading.ok) {
      const name = rows.find((row) => row.areaId === areaId)?.name ?? ''
      return { ok: false, message: `${name}の「${materialCellNames[reading.cell]}」：${reading.message}` }
    }
    read.push(rowOf(areaId, revision, reading.details))
  }
  return { ok: true, rows: read }
}

type ReadDetails = Extract<ReturnType<typeof readTypedMaterial>, { ok: true }>['details']

function rowOf(areaId: AreaId, revision: number | null, details: ReadDetails) {
  return { areaId, revision, details }
}

function recordedText(row: MaterialRow): TypedMaterial {
  const count = (figure: number) => (figure === 0 ? '' : String(figure))
  const day = (date: MaterialRow['issuedOn']) => (date === null ? '' : formatLocalDateShort(date))
  return {
    envelopesIssued: count(row.envelopesIssued),
    envelopesReturned: count(row.envelopesReturned),
    slipsIssued: count(row.slipsIssued),
    slipsReturned: count(row.slipsReturned),
    issuedOn: day(row.issuedOn),
    returnedOn: day(row.returnedOn),
    note: row.note,
  }
}
