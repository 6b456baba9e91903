import { zodResolver } from '@hookform/resolvers/zod'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type BranchOfficerDetails, branchOfficerDetailsSchema } from '@sasaeai/domain/community-chest/branch/branch-officer-input'
import { id } from '@sasaeai/domain/ids'
import { Button } from '@sasaeai/ui/button'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { newId } from '../../../app/new-id.ts'
import { trpc } from '../../../app/trpc.ts'
import { UndoButton } from '../../../app/undo-button.tsx'
import { useRunCommand } from '../../../app/use-run-command.ts'
import type { Branch, BranchOfficer } from './branches-page.tsx'

interface OfficerDialogProps extends DialogTurns {
  readonly branch: Branch
  readonly fiscalYear: FiscalYear
  /** Null for a new one. */
  readonly officer: BranchOfficer | null
}

/** Adds an officer of a branch, or changes one. */
export function OfficerDialog({ branch, fiscalYear, officer, ...turns }: OfficerDialogProps) {
  const save = useMutation(trpc.communityChest.branch.saveOfficer.mutationOptions())
  // Made when the dialog opens, so that an answer that was lost does not add the same person twice.
  const [officerId] = useState(() => id<'BranchOfficerId'>(newId()))
  const form = useForm<z.input<typeof branchOfficerDetailsSchema>, unknown, BranchOfficerDetails>({
    resolver: zodResolver(branchOfficerDetailsSchema),
    defaultValues: { fiscalYear, areaId: branch.areaId, role: officer?.role ?? '', name: officer?.name ?? '', kana: officer?.kana ?? '', phone: officer?.phone ?? '', note: officer?.note ?? '' },
    shouldFocusError: false,
  })
  const { register } = form
  return (
    <FormDialog
      title={`${branch.name}分会の役員の${officer === null ? '追加' : '編集'}`}
      form={form}
      save={(details) => save.mutateAsync({ officerId: officer?.officerId ?? officerId, revision: officer?.revision ?? null, details })}
      {...turns}
    >
      {(errorOf) => (
        <>
          <TextField label="役職" requirement="required" id="role" width="medium" support="例：分会長、会計" error={errorOf('role')} {...register('role')} />
          <TextField label="氏名" requirement="required" id="name" autoComplete="off" error={errorOf('name')} {...register('name')} />
          <TextField label="フリガナ" requirement="optional" id="kana" autoComplete="off" error={errorOf('kana')} {...register('kana')} />
          <TextField label="電話番号" requirement="optional" id="phone" width="medium" inputMode="tel" autoComplete="off" error={errorOf('phone')} {...register('phone')} />
          <TextField label="備考" requirement="optional" id="note" error={errorOf('note')} {...register('note')} />
          {officer !== null && <RemoveButton {...{ branch, fiscalYear, officer }} onRemoved={turns.onClose} />}
        </>
      )}
    </FormDialog>
  )
}

interface RemoveButtonProps {
  readonly branch: Branch
  readonly fiscalYear: FiscalYear
  readonly officer: BranchOfficer
  readonly onRemoved: () => void
}

/** Deleted at once, because it is put back by one press. */
function RemoveButton({ branch: { areaId }, fiscalYear, officer, onRemoved }: RemoveButtonProps) {
  const { officerId, revision, role, name, kana, phone, note } = officer
  const removing = useMutation(trpc.communityChest.branch.removeOfficer.mutationOptions())
  const saving = useMutation(trpc.communityChest.branch.saveOfficer.mutationOptions())
  const run = useRunCommand()
  const details = { fiscalYear, areaId, role, name, kana, phone, note }
  const putBack = () => run(() => saving.mutateAsync({ officerId, revision: null, details }), { done: `${role} ${name}さんを元に戻しました` })
  const remove = async () => {
    const isRemoved = await run(() => removing.mutateAsync({ officerId, revision }), { done: `${role} ${name}さんを削除しました`, action: <UndoButton onUndo={putBack} /> })
    if (isRemoved) onRemoved()
  }
  return (
    <div>
      <Button variant="quiet" className="-ml-3" isBusy={removing.isPending} onClick={() => void remove()}>この役員を削除する</Button>
    </div>
  )
}
