import { zodResolver } from '@hookform/resolvers/zod'
import { type AreaDetails, areaDetailsSchema } from '@sasaeai/domain/area/area-details'
import { ComboBoxField, type ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { areasMeantBy } from '@sasaeai/domain/area/area-lookup'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../app/form-dialog.tsx'
import { trpc } from '../../app/trpc.ts'
import type { ListedArea } from './area-tree.ts'

interface AreaDialogProps extends DialogTurns {
  /** Null for a new area; otherwise as it was when the dialog opened. */
  readonly area: ListedArea | null
  /** The area that a new one is to stand under. */
  readonly parent: ListedArea | null
  readonly areas: readonly ListedArea[]
}

/** Adds an area, or edits one; another 上位の地域 moves it. */
export function AreaDialog({ area, parent, areas, ...turns }: AreaDialogProps) {
  const types = useQuery(trpc.area.types.queryOptions())
  const save = useMutation(trpc.area.save.mutationOptions())
  const nextType = areas.find((each) => each.parentId !== null && each.parentId === parent?.areaId)?.areaTypeId
  const form = useForm<z.input<typeof areaDetailsSchema>, unknown, AreaDetails>({
    resolver: zodResolver(areaDetailsSchema),
    defaultValues: area ?? { parentId: parent?.areaId ?? null, code: parent === null ? '' : `${parent.code}-`, ...(nextType && { areaTypeId: nextType }) },
    shouldFocusError: false,
  })
  const typeOptions = (types.data ?? []).map((type) => ({ value: type.areaTypeId, label: type.name }))
  const isRoot = area !== null && area.parentId === null
  return (
    <FormDialog
      title={area === null ? '地域の追加' : `${area.name}の編集`}
      form={form}
      save={(details) => save.mutateAsync({ id: area?.areaId ?? null, revision: area?.revision ?? null, details })}
      {...turns}
    >
      {(errorOf) => (
        <>
          <TextField label="コード" requirement="required" id="code" width="short" support="受付で入力する番号です。例：01-03"
            error={errorOf('code')} {...form.register('code')} />
          <TextField label="名称" requirement="required" id="name" error={errorOf('name')} {...form.register('name')} />
          <TextField label="フリガナ" requirement="optional" id="kana" support="よみで探せるようになります。"
            error={errorOf('kana')} {...form.register('kana')} />
          <SelectField label="種類" requirement="required" id="areaTypeId" emptyLabel="選択してください" key={typeOptions.length}
            options={typeOptions} error={errorOf('areaTypeId')} {...form.register('areaTypeId')} />
          {!isRoot && (
            <ParentField areas={areas.filter((each) => each.areaId !== area?.areaId)} initial={areas.find((each) => each.areaId === form.getValues('parentId'))}
              error={errorOf('parentId')} onChoose={(areaId) => form.setValue('parentId', areaId)} />
          )}
          <TextAreaField label="備考" requirement="optional" id="note" error={errorOf('note')} {...form.register('note')} />
        </>
      )}
    </FormDialog>
  )
}

interface ParentFieldProps {
  readonly areas: readonly ListedArea[]
  readonly initial: ListedArea | undefined
  readonly error: string | undefined
  readonly onChoose: (areaId: string | null) => void
}

function ParentField({ areas, initial, error, onChoose }: ParentFieldProps) {
  const [parent, setParent] = useState<ComboBoxOption | null>(initial === undefined ? null : optionOf(initial))
  const choose = (option: ComboBoxOption | null) => {
    setParent(option)
    onChoose(option?.id ?? null)
  }
  const find = async (text: string) =>
    (text === '' ? areas.filter((area) => area.level <= 1) : areasMeantBy(areas, text, 20)).map(optionOf)
  return (
    <ComboBoxField label="上位の地域" requirement="required" id="parentId" value={parent} onChange={choose} load={find}
      support="ほかの地域を選ぶと、その下に移ります。" error={error} />
  )
}

function optionOf(area: ListedArea): ComboBoxOption {
  return { id: area.areaId, label: area.name, detail: area.code, secondary: area.typeName }
}
