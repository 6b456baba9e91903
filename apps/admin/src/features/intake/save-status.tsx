import { classList } from '@sasaeai/ui/class-list'
import { Icon } from '@sasaeai/ui/icon'
import { clockTimeInTokyo } from '@sasaeai/domain/calendar/clock-time'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import type { SaveState } from './draft-saver.ts'

/** One line that tells whether everything typed is safe. */
export function SaveStatus({ state }: { state: SaveState }) {
  const isCalm = state.kind === 'saved' || state.kind === 'saving' || state.kind === 'unsaved'
  return (
    <p
      role="status"
      className={classList(
        'flex items-center gap-1.5 text-[0.875rem] leading-140',
        isCalm ? 'text-ink-sub max-sm:sr-only' : 'font-bold text-yellow-1100',
      )}
    >
      <Icon name={isCalm ? (state.kind === 'saved' ? 'success' : 'clock') : 'warning'} />
      {wordsOf(state)}
    </p>
  )
}

function wordsOf(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return `保存済み ${clockTimeInTokyo(new Date(state.at))}`
    case 'unsaved':
      return '入力中（まもなく保存します）'
    case 'saving':
      return '保存しています'
    case 'waiting':
      return '未保存・再接続を待っています（この端末には残っています）'
    case 'conflict':
      return '別の画面で変更されています'
    case 'refused':
      return failureMessage(state.answer)
  }
}
