import { AppShell } from '@sasaeai/ui/app-shell'
import { DemoRibbon } from '@sasaeai/ui/demo-ribbon'
import { Outlet, useLocation } from '@tanstack/react-router'
import { navigationSections } from './navigation-sections.ts'

/** The frame around every page of the admin. */
export function AdminShell() {
  const { publicHref } = useLocation()
  return (
    <AppShell
      organizationName="ささえ市社会福祉協議会"
      homeHref="/admin/"
      sections={navigationSections}
      currentPath={publicHref.split('?')[0] ?? ''}
      ribbon={
        <DemoRibbon>
          <strong>デモ</strong>実際のお金は動きません
        </DemoRibbon>
      }
    >
      <Outlet />
    </AppShell>
  )
}
