import {
  type CampaignMaterialCell,
  campaignMaterialCellNames,
  readTypedCampaignMaterial,
  type RecordedMaterials,
  type TypedCampaignMaterial,
  typedOfMaterials,
} from '@sasaeai/domain/community-chest/material/typed-campaign-material'
import type { SaveCampaignMaterialsInput } from '@sasaeai/domain/community-chest/material/campaign-material-input'
import type { AreaId, CampaignId } from '@sasaeai/domain/ids'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { useToast } from '@sasaeai/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { readAnew } from '../../../app/read-anew.ts'
import { today } from '../../../app/read-typed.ts'
import { faultMessage, queryClient, type RouterOutput, trpc } from '../../../app/trpc.ts'

export type CampaignMaterialSheet = NonNullable<RouterOutput['communityChest']['material']['list']>
export type CampaignMaterialRow = CampaignMaterialSheet['rows'][number]

interface TypedRow {
  readonly name: string
  /** What the row was when the typing began. */
  readonly recorded: RecordedMaterials
  readonly typed: TypedCampaignMaterial
}

export interface CampaignMaterialDraft {
  /** What stands in a cell: as typed, or else as recorded. Stays the same function, as the next one. */
  readonly cell: (row: CampaignMaterialRow, cell: CampaignMaterialCell) => string
  readonly type: (row: CampaignMaterialRow, cell: CampaignMaterialCell, text: string) => void
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
export function useCampaignMaterialDraft({ campaignId, fiscalYear }: { campaignId: CampaignId } & Pick<CampaignMaterialSheet, 'fiscalYear'>): CampaignMaterialDraft {
  const { typedRows, changed, setChanged, cell, type } = useTypedRows()
  const send = useMutation(trpc.communityChest.material.save.mutationOptions())
  const toast = useToast()
  const [problem, setProblem] = useState<string | null>(null)
  const [isOutdated, setOutdated] = useState(false)
  const reloading = useRef<Promise<void>>(Promise.resolve())
  const save = async () => {
    // Pressed at once, it would send what is being read anew, and be refused for it once more.
    await reloading.current
    setProblem(null)
    const read = readAll(typedRows.current, fiscalYear)
    if (!read.ok) return setProblem(read.message)
    if (read.rows.length === 0) return toast({ text: '変更された地域はありません' })
    try {
      const outcome = await send.mutateAsync({ campaignId, rows: read.rows })
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
  const catchUp = async () => {
    await readAnew(queryClient)
    const fresh = await queryClient.fetchQuery(trpc.communityChest.material.list.queryOptions({ campaignId }))
    const recorded = new Map(fresh?.rows.map(({ areaId, materials }) => [areaId, materials]))
    // What was typed stays, now on top of what the other person has saved, which the person has in sight.
    for (const [areaId, row] of typedRows.current) typedRows.current.set(areaId, { ...row, recorded: recorded.get(areaId) ?? row.recorded })
    setOutdated(false)
    setProblem(null)
  }
  const reload = () => (reloading.current = catchUp())
  return { cell, type, changed, isSaving: send.isPending, problem, isOutdated, save, reload }
}

function useTypedRows() {
  const typedRows = useRef(new Map<AreaId, TypedRow>())
  const [changed, setChanged] = useState(0)
  const cell = useCallback(
    (row: CampaignMaterialRow, name: CampaignMaterialCell) => (typedRows.current.get(row.areaId)?.typed ?? typedOfMaterials(row.materials))[name],
    [],
  )
  const type = useCallback((row: CampaignMaterialRow, name: CampaignMaterialCell, text: string) => {
    const known = typedRows.current.get(row.areaId) ?? { name: row.name, recorded: row.materials, typed: typedOfMaterials(row.materials) }
    typedRows.current.set(row.areaId, { ...known, typed: { ...known.typed, [name]: text } })
    setChanged(typedRows.current.size)
  }, [])
  return { typedRows, changed, setChanged, cell, type }
}

type ReadAll = { readonly ok: true; readonly rows: SaveCampaignMaterialsInput['rows'] } | { readonly ok: false; readonly message: string }

function readAll(typedRows: ReadonlyMap<AreaId, TypedRow>, fiscalYear: CampaignMaterialSheet['fiscalYear']): ReadAll {
  const rows: SaveCampaignMaterialsInput['rows'] = []
  for (const [areaId, { name, recorded, typed }] of typedRows) {
    const reading = readTypedCampaignMaterial(typed, recorded, { today: today(), fiscalYear })
    if (!reading.ok) return { ok: false, message: `${name}の「${campaignMaterialCellNames[reading.cell]}」：${reading.message}` }
    rows.push(...reading.changed.map((change) => ({ areaId, ...change })))
  }
  return { ok: true, rows }
}
