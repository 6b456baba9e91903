import { AppShell } from '@sasaeai/ui/app-shell'
import { DemoRibbon } from '@sasaeai/ui/demo-ribbon'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { TextLink } from '@sasaeai/ui/text-link'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { usePaletteShortcut } from '@sasaeai/ui/palette-shortcut'
import { lazy, Suspense, useCallback, useState } from 'react'
import { AccountMenu } from '../features/user/account-menu.tsx'
import { LeadTo } from './lead-to.tsx'
import { navigationFor } from './navigation-sections.ts'
import { PageError } from './page-error.tsx'
import { ShellYearSwitcher } from './shell-year-switcher.tsx'
import { frontDoor, nearDeadlines, putAsideEvents, whoIsThere } from './shell-queries.ts'
import { isSignedOut } from './trpc.ts'

// Seldom needed, and forms are heavy.
const SignInAgainDialog = lazy(async () => {
  const { SignInAgainDialog: component } = await import('../features/user/sign-in-again-dialog.tsx')
  return { default: component }
})

const ShellPalette = lazy(async () => ({ default: (await import('./shell-palette.tsx')).ShellPalette }))

/** The frame around every page for signed-in people. Others are led to the sign-in page, or to the first set-up. */
export function AdminShell() {
  const location = useLocation()
  const me = useQuery(whoIsThere())
  const door = useQuery(frontDoor())
  // Everybody who is signed in may read it; nobody waits for it.
  const putAside = useQuery({ ...putAsideEvents(), enabled: me.data !== undefined })
  const deadlines = useQuery({ ...nearDeadlines(), enabled: me.data !== undefined })
  const [isPaletteOpen, setPaletteOpen] = useState(false)
  const openPalette = useCallback(() => setPaletteOpen(true), [])
  usePaletteShortcut(openPalette)
  if (door.data?.isSetUp === false) return <LeadTo page="/setup" />
  if (me.data === undefined && isSignedOut(me.error)) return <LeadTo page="/sign-in" />
  if (me.data === undefined || door.data === undefined) {
    const retry = () => void Promise.all([me.refetch(), door.refetch()])
    return <div className="p-8">{me.isError || door.isError ? <PageError reset={retry} /> : <LoadingSkeleton />}</div>
  }
  const sections = navigationFor(me.data.role, { putAside: putAside.data, deadlines: deadlines.data })
  return (
    <AppShell
      organizationName={door.data.council.name}
      homeHref="/admin/"
      sections={sections}
      currentPath={location.publicHref.split('?')[0] ?? ''}
      yearSwitcher={<ShellYearSwitcher />}
      onOpenPalette={openPalette}
      userMenu={<AccountMenu name={me.data.name} role={me.data.role} />}
      ribbon={
        door.data.council.isDemo ? (
          <DemoRibbon>
            <strong>デモ</strong>実際のお金は動きません
            <TextLink href="/admin/online-giving/demo" className="print-hidden">デモの決済会社</TextLink>
          </DemoRibbon>
        ) : undefined
      }
    >
      <Outlet />
      <Suspense>
        {isPaletteOpen && <ShellPalette sections={sections} role={me.data.role} onClose={() => setPaletteOpen(false)} />}
      </Suspense>
      <Suspense>{isSignedOut(me.error) && <SignInAgainDialog userId={me.data.userId} />}</Suspense>
    </AppShell>
  )
}
