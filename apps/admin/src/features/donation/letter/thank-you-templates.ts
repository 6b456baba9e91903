import type { SelectOption } from '@sasaeai/ui/select-field'

/** The template that each gift's kind calls for, in a list of templates. */
export const bySuitingTemplate: SelectOption = { value: 'by_kind', label: '寄附の種類に合うひな形' }
/** A letter that was written by hand or with another program. */
export const withoutTemplate: SelectOption = { value: 'none', label: 'ひな形を使っていない' }
