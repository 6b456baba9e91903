/**
 * The first script of every page that the server has not drawn: small, and run while the app is still being fetched. It
 * asks for what the app will ask for in any case, under the address that the API client will use.
 */
import { applyKeptDensity } from '@sasaeai/ui/kept-density'
import { askEarly } from './app/early-answers.ts'
import { isDrawn } from './app/page-answers.ts'

if (!isDrawn() && !['/admin/sign-in', '/admin/setup'].includes(window.location.pathname)) {
  askEarly('/trpc/user.me,setUp.frontDoor?batch=1&input=%7B%7D')
}

applyKeptDensity()
