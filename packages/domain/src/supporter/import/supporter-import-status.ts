/** What would become of a line, in the order in which lines are looked at. */
export const importStatuses = ['error', 'unsure', 'twice', 'changed', 'new', 'same'] as const
export type ImportStatus = (typeof importStatuses)[number]

export const importStatusNames: Record<ImportStatus, string> = {
  error: '誤り',
  unsure: '重複の疑い',
  twice: 'ファイル内で重複',
  changed: '変更',
  new: '新規',
  same: '同じ',
}

export const importChoices = ['leave', 'create', 'update'] as const
export type ImportChoice = (typeof importChoices)[number]

export const importChoiceNames: Record<ImportChoice, string> = {
  leave: '取り込まない',
  create: '新しく登録する',
  update: 'この支援者を更新する',
}

/** What may be chosen for a line; what is proposed stands first. */
export const choicesOfStatus: Readonly<Record<ImportStatus, readonly ImportChoice[]>> = {
  error: ['leave'],
  unsure: ['leave', 'create', 'update'],
  twice: ['leave', 'create'],
  changed: ['update', 'leave'],
  new: ['create', 'leave'],
  same: ['leave'],
}
