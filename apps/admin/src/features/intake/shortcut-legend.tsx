import { Button } from '@sasaeai/ui/button'
import { Dialog } from '@sasaeai/ui/dialog'
import { type LineColumn, lineColumnNames } from '@sasaeai/domain/intake/intake-draft'
import type { ExtraStops } from '@sasaeai/domain/intake/next-cell'

interface ShortcutLegendProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly extraStops: ExtraStops
  readonly toggleStop: (column: LineColumn) => void
}

const keys: readonly (readonly [string, string])[] = [
  ['Enter', '次の入力欄へ。最後の行では新しい行を作ります'],
  ['Shift + Enter', '前の入力欄へ'],
  ['↑ ↓ ← →', '上下の行、左右の欄へ。一番下の行からは記帳のボタンへ'],
  ['+', 'すぐ上の欄と同じ内容を入れる'],
  ['*　または Ctrl + D', '上の行を写す'],
  ['/　または ,', '金額に 000 を付ける'],
  ['Esc', 'その欄に入力した内容をやめて、前の内容に戻す'],
  ['Ctrl + Z / Ctrl + Y', '元に戻す / やり直す'],
  ['Ctrl + Delete', '行を削除'],
  ['Ctrl + V', 'Excelの表を貼り付ける'],
  ['Ctrl + Enter', '記帳する'],
]

/** Columns that no money needs of itself, but that a clerk may want to be asked for. */
const optionalStops: readonly LineColumn[] = ['method', 'supporter', 'householdsAsked', 'units', 'note']

/** The keys of the desk, and where Enter stops. */
export function ShortcutLegend({ isOpen, onClose, extraStops, toggleStop }: ShortcutLegendProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="キー操作"
      actions={
        <Button variant="primary" onClick={onClose}>
          閉じる
        </Button>
      }
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
        {keys.map(([key, meaning]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="font-sans font-bold whitespace-nowrap">{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <fieldset className="mt-5">
        <legend className="font-bold">Enterで止まる欄を増やす</legend>
        <p className="text-[0.875rem] text-ink-sub">種類・地域・納入世帯・金額には、必要なときにいつも止まります。</p>
        <div className="mt-1 flex flex-wrap gap-x-6">
          {optionalStops.map((column) => (
            <label key={column} className="flex min-h-11 cursor-pointer items-center gap-2">
              <input
                type="checkbox"
                className="size-5 accent-accent"
                checked={extraStops.has(column)}
                onChange={() => toggleStop(column)}
              />
              {lineColumnNames[column]}
            </label>
          ))}
        </div>
      </fieldset>
    </Dialog>
  )
}
