import { useId } from 'react'
import type { ComponentProps, ReactNode } from 'react'
import { classList } from './class-list.ts'
import { FieldError } from './field-error.tsx'

export interface CheckboxFieldProps extends Omit<ComponentProps<'input'>, 'type' | 'disabled'> {
  readonly label: ReactNode
  readonly support?: ReactNode
  readonly error?: ReactNode
}

/** One yes-or-no. The whole line is the target. */
export function CheckboxField({ label, support, error, className, id, ...native }: CheckboxFieldProps) {
  const madeUpId = useId()
  const inputId = id ?? madeUpId
  const description = classList(support !== undefined && `${inputId}-support`, error !== undefined && `${inputId}-error`)
  return (
    <div className={className}>
      <label className="inline-flex min-h-(--control) cursor-pointer items-start gap-2.5 py-[calc((var(--control)-1.5rem)/2)]">
        <input
          {...native}
          type="checkbox"
          id={inputId}
          aria-describedby={description === '' ? undefined : description}
          aria-invalid={error === undefined ? undefined : true}
          className="size-6 shrink-0 cursor-pointer rounded-4 accent-accent aria-invalid:outline-2 aria-invalid:outline-red-900"
        />
        <span className="leading-150">{label}</span>
      </label>
      {support !== undefined && (
        <div id={`${inputId}-support`} className="pl-8.5 text-[0.875rem] leading-150 text-ink-sub">
          {support}
        </div>
      )}
      <FieldError id={`${inputId}-error`} message={error} />
    </div>
  )
}
