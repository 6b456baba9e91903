import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { PageHeader } from '@sasaeai/ui/page-header'
import { Navigate } from '@tanstack/react-router'
import { FirstSteps } from '../features/council/first-steps.tsx'
import { DeskToday } from '../features/intake/desk-today.tsx'
import { useMayDo } from './use-may-do.ts'
import { useToday } from './use-today.ts'

/** Where the day begins: the desk for the staff, the funding page for those who read reports only. */
export function HomePage() {
  const today = useToday()
  const worksAtDesk = useMayDo('intake.read')
  const setsUp = useMayDo('user.manage')
  if (!worksAtDesk) return <Navigate to="/funding" replace />
  return (
    <>
      <PageHeader title="今日の受付" description={formatLocalDate(today)} />
      {setsUp && <FirstSteps />}
      <DeskToday />
    </>
  )
}
