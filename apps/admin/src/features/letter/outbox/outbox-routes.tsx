import { type MailState, mailStates } from '@sasaeai/domain/letter/outbox/mail-state'
import { choiceIn, wordsIn } from '@sasaeai/domain/text/address-value'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../../app/root-route.tsx'

/** The filters of 送信箱 as they stand in the address; what cannot be read is left out. */
export interface OutboxSearch {
  readonly state?: MailState | undefined
  readonly text?: string | undefined
}

const outboxRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/outbox',
  validateSearch: (search): OutboxSearch => ({ state: choiceIn(mailStates, search['state']), text: wordsIn(search['text'], 100) }),
  component: lazyRouteComponent(() => import('./outbox-page.tsx'), 'OutboxPage'),
})

const mailRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/outbox/$mailId',
  component: lazyRouteComponent(() => import('./mail-page.tsx'), 'MailPage'),
})

/** 送信箱 */
export const outboxRoutes = [outboxRoute, mailRoute] as const
