import { programUserId } from '@sasaeai/domain/user/program-user'
import type { Actor } from '../../deps.ts'

/** オンライン受付（自動）, in whose name everything is done that givers and the gateway set off. */
export const program: Actor = { userId: programUserId, name: 'オンライン受付（自動）', role: 'accountant' }
