import { zodResolver } from '@hookform/resolvers/zod'
import { type SaveAreaTypesInput, saveAreaTypesSchema } from '@sasaeai/domain/area/area-details'
import { Button } from '@sasaeai/ui/button'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useFieldArray, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { FormDialog } from '../../app/form-dialog.tsx'
import { trpc } from '../../app/trpc.ts'

interface ListedType {
  readonly areaTypeId: string
  readonly name: string
}

/** What the council calls the levels of its tree, from the top down. */
export function AreaTypesDialog({ onClose }: { onClose: () => void }) {
  const types = useQuery(trpc.area.types.queryOptions())
  return types.data === undefined ? null : <AreaTypesForm types={types.data} onClose={onClose} />
}

function AreaTypesForm({ types, onClose }: { types: readonly ListedType[]; onClose: () => void }) {
  const save = useMutation(trpc.area.saveTypes.mutationOptions())
  const form = useForm<z.input<typeof saveAreaTypesSchema>, unknown, SaveAreaTypesInput>({
    resolver: zodResolver(saveAreaTypesSchema),
    defaultValues: { types: types.map(({ areaTypeId, name }) => ({ areaTypeId, name })) },
    shouldFocusError: false,
  })
  const { fields, insert, remove } = useFieldArray({ control: form.control, name: 'types' })
  return (
    <FormDialog title="地域の種類" form={form} save={save.mutateAsync} onClose={onClose}>
      {(errorOf) => (
        <div id="types" tabIndex={-1} className="flex flex-col gap-4 outline-none">
          <p className="text-ink-sub">上から順に、大きい地域の呼び名です。校区を地区、自治会を行政区と呼ぶ場合は書き換えてください。</p>
          {errorOf('types') !== undefined && <p className="text-red-900">{errorOf('types')}</p>}
          {fields.map((field, index) => (
            <div key={field.id} className="flex flex-wrap items-end gap-x-2 gap-y-1">
              <TextField label={`上から${index + 1}番目`} id={`types.${index}.name`} width="medium"
                error={errorOf(`types.${index}.name`)} {...form.register(`types.${index}.name`)} />
              <Button variant="quiet" size="small" aria-label={`${index + 1}番目の下に種類を追加する`}
                onClick={() => insert(index + 1, { areaTypeId: null, name: '' })}>
                下に追加
              </Button>
              <Button variant="quiet" size="small" aria-label={`${index + 1}番目の種類を外す`} onClick={() => remove(index)}>
                外す
              </Button>
            </div>
          ))}
        </div>
      )}
    </FormDialog>
  )
}
