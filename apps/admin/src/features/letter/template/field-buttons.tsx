import { fieldsOf, letterFields } from '@sasaeai/domain/letter/letter-field'
import type { LetterKind } from '@sasaeai/domain/letter/letter-kind'
import { markOf } from '@sasaeai/domain/letter/letter-text'
import { Button } from '@sasaeai/ui/button'

interface FieldButtonsProps {
  readonly kind: LetterKind
  /** The id of the text that somebody wrote in last. */
  readonly targetOf: () => string
}

/** 差し込み項目: what can stand in a letter of this kind; pressing one puts it in where the cursor is. */
export function FieldButtons({ kind, targetOf }: FieldButtonsProps) {
  return (
    <section aria-labelledby="letter-fields" className="rounded-8 border border-line-faint bg-surface-sub p-4 print-hidden">
      <h2 id="letter-fields" className="font-bold">差し込み項目</h2>
      <p className="mt-1 text-[0.875rem] text-ink-sub">
        押すと、カーソルのところに入ります。空の項目がある行は、その相手には印刷しません。{'{使いみち|地域の活動}'}のように「|」のあとに言葉を書くと、空のときはその言葉になります。
      </p>
      <ul className="mt-3 grid gap-x-4 gap-y-1 sm:grid-cols-2">
        {fieldsOf(kind).map((field) => (
          <li key={field} className="flex min-w-0 items-baseline gap-2">
            <Button size="small" variant="quiet" className="shrink-0 whitespace-nowrap" onClick={() => putIn(targetOf(), markOf(field))}>{letterFields[field].name}</Button>
            <span className="truncate text-[0.875rem] text-ink-sub">{letterFields[field].sample}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Puts words in where the cursor of a text stands; its form hears of it as of typing. */
function putIn(id: string, words: string): void {
  const control = document.getElementById(id) ?? document.getElementById('body')
  if (!(control instanceof HTMLInputElement) && !(control instanceof HTMLTextAreaElement)) return
  const end = control.value.length
  control.setRangeText(words, control.selectionStart ?? end, control.selectionEnd ?? end, 'end')
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.focus()
}
