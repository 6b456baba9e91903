import { useId } from 'react'
import type { ReactNode } from 'react'
import { classList } from './class-list.ts'
import { FieldError } from './field-error.tsx'

export type Requirement = 'required' | 'optional'

/** What every field of a form says about itself. */
export interface FieldWords {
  readonly label: ReactNode
  /** 必須 or 任意 beside the label; say nothing where a whole form needs no telling apart. */
  readonly requirement?: Requirement | undefined
  /** One or two sentences between label and field: what to write, in which form. */
  readonly support?: ReactNode
  /** What is wrong and how to put it right, with an example. */
  readonly error?: ReactNode
  /** A HelpTip for a hard word in the label. */
  readonly help?: ReactNode
}

/** The attributes that tie a control to its label, support text and error. */
export interface ControlAttributes {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
}

interface FieldFrameProps extends FieldWords {
  /** The id that an ErrorSummary links to; one is made up when it is left out. */
  readonly id?: string | undefined
  readonly className?: string | undefined
  /** Ids of further texts that describe the control, such as an echo. */
  readonly describedBy?: string | undefined
  readonly children: (control: ControlAttributes) => ReactNode
}

/** Label above, support text, the control, the error below: in this order for eye, keyboard and screen reader. */
export function FieldFrame(props: FieldFrameProps) {
  const { label, requirement, support, error, help, className, describedBy, children } = props
  const madeUpId = useId()
  const id = props.id ?? madeUpId
  const hasSupport = support !== undefined && support !== null
  const description = classList(hasSupport && `${id}-support`, error !== undefined && `${id}-error`, describedBy)
  return (
    <div className={classList('flex min-w-0 flex-col items-start gap-1.5', className)}>
      <div className="flex flex-wrap items-center gap-x-2">
        <label htmlFor={id} className="font-bold leading-150">
          {label}
        </label>
        <RequirementMark requirement={requirement} />
        {help}
      </div>
      {hasSupport && (
        <div id={`${id}-support`} className="phrases text-[0.875rem] leading-150 text-ink-sub">
          {support}
        </div>
      )}
      {children({
        id,
        'aria-describedby': description === '' ? undefined : description,
        'aria-invalid': error === undefined ? undefined : true,
        'aria-required': requirement === 'required' ? true : undefined,
      })}
      <FieldError id={`${id}-error`} message={error} />
    </div>
  )
}

/** 必須 in red or 任意 in grey: words, not an asterisk. */
export function RequirementMark({ requirement }: { requirement: Requirement | undefined }) {
  if (requirement === undefined) return null
  return requirement === 'required' ? (
    <span className="text-[0.8125rem] leading-150 text-red-900">必須</span>
  ) : (
    <span className="text-[0.8125rem] leading-150 text-ink-faint">任意</span>
  )
}
