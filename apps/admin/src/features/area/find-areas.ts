import type { ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { queryClient, trpc } from '../../app/trpc.ts'

/** Areas in use by code, name or reading, for a ComboBoxField. */
export async function findAreas(text: string): Promise<ComboBoxOption[]> {
  const found = await queryClient.fetchQuery(trpc.area.lookup.queryOptions({ text, limit: 20 }))
  return found.map((area) => ({ id: area.areaId, label: area.name, detail: area.code, secondary: area.parentName ?? undefined }))
}
