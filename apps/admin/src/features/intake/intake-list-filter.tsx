import { Button } from '@sasaeai/ui/button'
import { classList } from '@sasaeai/ui/class-list'
import { TextField } from '@sasaeai/ui/text-field'
import { type IntakeStatus, intakeStatuses, intakeStatusNames } from '@sasaeai/domain/intake/intake-status'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { trpc } from '../../app/trpc.ts'

interface IntakeListFilterProps {
  readonly status: IntakeStatus
  readonly from: string
  readonly to: string
  readonly text: string
}

/** Status as tabs, days and words as fields; all of it stands in the address. */
export function IntakeListFilter({ status, from, to, text }: IntakeListFilterProps) {
  const waiting = useQuery(trpc.intake.waiting.queryOptions())
  const navigate = useNavigate()
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const asked = (name: string) => {
      const entry = typed.get(name)
      return typeof entry === 'string' && entry.trim() !== '' ? entry.trim() : undefined
    }
    void navigate({ to: '/intake', search: { status, from: asked('from'), to: asked('to'), text: asked('text') } })
  }
  return (
    <div className="mb-4 flex flex-col gap-3 print:hidden">
      <nav aria-label="受付の状態" className="flex gap-1 overflow-x-auto border-b border-line">
        {intakeStatuses.map((each) => (
          <Link
            key={each}
            to="/intake"
            search={{ status: each }}
            aria-current={each === status ? 'page' : undefined}
            className={classList(
              '-mb-px flex min-h-(--control) shrink-0 items-center gap-1.5 border-b-[3px] px-4',
              'text-[0.9375rem] no-underline',
              each === status
                ? 'border-accent font-bold text-accent'
                : 'border-transparent text-ink-sub hover:text-ink',
            )}
          >
            {intakeStatusNames[each]}
            {(each === 'draft' || each === 'submitted') && waiting.data !== undefined && (
              <span className="figures">（{waiting.data[each]}）</span>
            )}
          </Link>
        ))}
      </nav>
      <form onSubmit={apply} className="flex flex-wrap items-end gap-3">
        <TextField label="受入日から" name="from" defaultValue={from} width="short" />
        <TextField label="まで" name="to" defaultValue={to} width="short" />
        <TextField label="持参者・地域・備考" name="text" defaultValue={text} width="medium" />
        <Button type="submit" icon="filter">
          絞り込む
        </Button>
      </form>
    </div>
  )
}
